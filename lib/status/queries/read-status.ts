import { db, poolStates } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { version } from '@/package.json';
import type { Failure, Status } from '../schema';
import { checkHealth } from './check-health';
import { listCrons } from './list-crons';
import { readState } from './read-state';
import { summarizeJobs } from './summarize-jobs';

const FAILURES_SHOWN = 10;

/** What whoever runs Boxoffice looks at first. While the database does not answer, only what this process knows itself. */
export async function readStatus(now: Date): Promise<Status> {
  const { ready, checks } = await checkHealth(now);
  const known = checks.some(({ name, ok }) => name === 'database' && ok) ? await askDatabase(now) : null;
  return {
    checkedAt: now.toISOString(),
    ready,
    checks,
    process: {
      version,
      commit: env().BOXOFFICE_COMMIT ?? null,
      node: process.version,
      upSeconds: Math.round(process.uptime()),
      pools: poolStates(),
    },
    database: known,
  };
}

async function askDatabase(now: Date): Promise<Status['database']> {
  const [jobs, days, crons, failures] = await Promise.all([
    summarizeJobs(now),
    readState(now),
    listCrons(now),
    listFailures(),
  ]);
  return { jobs, days, crons, failures };
}

async function listFailures(): Promise<Failure[]> {
  const { rows } = await db().$client.query<Omit<Failure, 'at'> & { at: Date }>(FAILURES, [FAILURES_SHOWN]);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

const FAILURES = `select * from (
  (select 'run' as kind, coalesce(day::text, kind) as name, coalesce(finished_at, started_at) as at, coalesce(error, '') as error
   from runs where state = 'failed' order by id desc limit $1)
  union all
  (select 'job', t.identifier, j.updated_at, coalesce(j.last_error, '') from graphile_worker._private_jobs j
   join graphile_worker._private_tasks t on t.id = j.task_id where j.last_error is not null order by j.updated_at desc limit $1)
) as failures order by at desc limit $1`;
