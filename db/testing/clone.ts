import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Clones the migrated template of the test server (its URL without a database name) and returns the clone's URL. */
export async function cloneDatabase(serverUrl: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: `${serverUrl}postgres` });
  await admin.connect();
  await admin.query(`select pg_advisory_lock(1)`); // a template can be copied by one session at a time
  await admin.query(`create database ${name} template template_boxoffice`);
  await admin.end();
  return `${serverUrl}${name}`;
}
