import pg from 'pg';
import { migrateDatabase } from '@/db/migrate';
import { closePools } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { startThrowawayPostgres } from '@/scripts/throwaway-postgres';

export type BenchDatabase = {
  databaseUrl: string;
  query: (text: string, values?: unknown[]) => Promise<pg.QueryResult>;
  stop: () => Promise<void>;
};

const SETTINGS = {
  NODE_ENV: 'production',
  BOXOFFICE_MODE: 'demo',
  BOXOFFICE_SECRET: 'a secret of the benchmarks, 32 characters',
};

/** Makes the tables of the app in this database; verbs that are called from now on go to it. */
export async function enterDatabase(databaseUrl: string, settings: Record<string, string> = {}): Promise<void> {
  await migrateDatabase(databaseUrl);
  await closePools();
  resetEnv();
  Object.assign(process.env, SETTINGS, { DATABASE_URL: databaseUrl, ...settings });
}

/** A durable Postgres of its own with the tables of the app. Verbs that a benchmark calls go to the one made last. */
export async function makeDatabase({
  maxWal = '4GB',
  settings = {} as Record<string, string>,
} = {}): Promise<BenchDatabase> {
  const sizes = ['shared_buffers=1GB', `min_wal_size=${maxWal}`, `max_wal_size=${maxWal}`];
  const postgres = await startThrowawayPostgres(sizes.flatMap((size) => ['-c', size]));
  const databaseUrl = postgres.url('postgres');
  await enterDatabase(databaseUrl, settings);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  pool.on('error', () => {}); // of a connection that the end of the server reached before that of the pool
  const stop = async () => {
    await closePools();
    await pool.end();
    await postgres.stop();
  };
  return { databaseUrl, query: (text, values) => pool.query(text, values), stop };
}

const LOG_MEGABYTES = 3500;

/**
 * Leaves the files of the write-ahead log as a database has them that has run for a while: written once and used again.
 * A new one of 16 MB holds up every commit until it is filled with zeros, and a young database needs one all the time.
 */
export async function ageLog({ query }: Pick<BenchDatabase, 'query'>): Promise<void> {
  await query(
    `select pg_logical_emit_message(false, 'bench', repeat('x', 1000000)) from generate_series(1, ${LOG_MEGABYTES})`,
  );
  await query('checkpoint');
}
