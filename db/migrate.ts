import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations } from 'graphile-worker';
import { connect } from './connection';

/** Brings the schema of a database up to date. Two at once are safe: the second waits for the first. */
export async function migrateDatabase(url: string): Promise<void> {
  const database = connect({
    url,
    name: 'boxoffice migrate',
    maxConnections: 2,
    statementTimeoutMilliseconds: 0,
    waitMilliseconds: 30_000,
  });
  const lock = await database.$client.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtext('boxoffice migrate'))`);
    await runMigrations({ pgPool: database.$client });
    await migrate(database, { migrationsFolder: fileURLToPath(new URL('../drizzle', import.meta.url)) });
  } finally {
    lock.release(true);
    await database.$client.end();
  }
}
