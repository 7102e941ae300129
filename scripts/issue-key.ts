import { parseArgs } from 'node:util';
import { issueKey } from '@/lib/accounts/issue-key';
import { closePools, db } from '@/lib/platform/database';
import { openCluster, openDataDir, settingsOf } from './data-dir';

const USAGE =
  'npm run -s issue-key -- --name NAME --scopes events:write,stats:read [--kind secret|publishable] [--origins https://a.example]';

/** Prints a new API key and nothing else; the key is shown this once. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      scopes: { type: 'string' },
      kind: { type: 'string' },
      origins: { type: 'string' },
    },
  });
  if (!values.name || !values.scopes) throw new Error(`Usage: ${USAGE}`);
  if (values.kind && values.kind !== 'secret' && values.kind !== 'publishable')
    throw new Error(`--kind is secret or publishable\n${USAGE}`);
  const kind = values.kind === 'publishable' ? 'publishable' : 'secret';
  const list = (text: string | undefined) =>
    (text ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  const dataDir = await openDataDir();
  const cluster = process.env.DATABASE_URL ? null : await openCluster(dataDir);
  Object.assign(process.env, settingsOf(dataDir, cluster?.url('postgres') ?? process.env.DATABASE_URL ?? '', 3000));
  const { key } = await issueKey(db(), {
    name: values.name,
    kind,
    scopes: list(values.scopes),
    allowedOrigins: list(values.origins),
    now: new Date(),
  });
  await closePools();
  await cluster?.stop();
  process.stdout.write(`${key}\n`);
}

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
