import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '@/db/migrate';
import { startThrowawayPostgres } from '@/scripts/throwaway-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One Postgres for the run and one migrated template; each worker clones it (see `worker-setup.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startThrowawayPostgres(['-c', 'fsync=off', '-c', 'synchronous_commit=off']);
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query('create database template_boxoffice');
  await admin.end();
  await migrateDatabase(server.url('template_boxoffice'));
  project.provide('postgresUrl', server.url(''));
  return server.stop;
}
