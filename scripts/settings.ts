import type { DataDir } from './data-dir';

export type Settings = NodeJS.ProcessEnv & { DATABASE_URL: string };

/** Settings for the app on the database of a data folder; what the environment says goes first. */
export function settingsOf(dataDir: DataDir, databaseUrl: string, port: number): Settings {
  const defaults = {
    BOXOFFICE_MODE: 'demo',
    BOXOFFICE_SECRET: dataDir.secret,
    BOXOFFICE_URL: `http://localhost:${port}`,
    CRON_SECRET: dataDir.cronSecret,
    ...(dataDir.payoutAccountKey && { PAYOUT_ACCOUNT_KEY: dataDir.payoutAccountKey }),
    BOXOFFICE_DATA_DIR: dataDir.path,
    ADMIN_EMAILS: 'admin@demo.boxoffice.example',
    // Who has just started it reads the address and the key, not a line for each request.
    LOG_LEVEL: 'warn',
  };
  const { NODE_ENV } = process.env;
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return { ...defaults, ...given, NODE_ENV, DATABASE_URL: databaseUrl, PORT: String(port) };
}
