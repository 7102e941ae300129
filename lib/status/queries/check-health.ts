import journal from '@/drizzle/meta/_journal.json';
import { checkStorage } from '@/lib/assets/check-storage';
import { PARTITIONS_AHEAD_DAYS, partitionName } from '@/lib/events/ensure-partitions';
import { addDays, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, replicaState } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { isDiskFull } from '@/lib/platform/full-disk';
import { onceForAll } from '@/lib/platform/once-for-all';
import { redisState } from '@/lib/platform/redis/redis-state';
import type { CHECKS } from '../schema';
import { listCrons } from './list-crons';
import { summarizeJobs } from './summarize-jobs';

/** Jobs are done within moments; one that is due for so long shows that nobody works. */
const OLDEST_JOB_SECONDS = 600;

type Check = { name: (typeof CHECKS)[number]; ok: boolean; detail: string };
export type Health = { live: true; ready: boolean; checks: Check[] };

/**
 * Whether this server can work, and how well. Ready needs a database with this version's schema; without Redis, a replica,
 * a place for pictures, room on the database's disk, or a partition for each day to come, it works all the same. Never
 * throws, and names no address. Anybody may ask, so who asks while it looks gets the same answer.
 */
export function checkHealth(now: Date): Promise<Health> {
  return onceForAll('health', () => lookAtAll(now));
}

async function lookAtAll(now: Date): Promise<Health> {
  const beside = Promise.all([checkPictures(), checkRedis(), checkReplica()]);
  const state = await databaseState(now);
  const database: Check = { name: 'database', ok: state === 'off', detail: DATABASE_DETAIL[state] };
  if (state === 'on' || state === 'silent') return { live: true, ready: false, checks: [database, ...(await beside)] };
  const migrations = await checkMigrations();
  // What the schema of another version would say is no news.
  const within = migrations.ok ? await Promise.all([checkPartitions(now), checkJobs(now), checkCrons(now)]) : [];
  return { live: true, ready: migrations.ok, checks: [database, migrations, ...within, ...(await beside)] };
}

/** `off` and `on` say whether it is read only, as a standby is until it is promoted. */
async function databaseState(now: Date): Promise<keyof typeof DATABASE_DETAIL> {
  const { rows } = await db()
    .$client.query<{ state: 'on' | 'off' }>('select current_setting($1) as state', ['transaction_read_only'])
    .catch(() => ({ rows: [] }));
  const state = rows[0]?.state ?? 'silent';
  return state === 'off' && isDiskFull(now) ? 'full' : state;
}

const DATABASE_DETAIL = {
  off: 'answers',
  full: 'answers, but its disk is full; writes are refused with 503 until there is room',
  on: 'is read only, as a standby before its promotion; writes are refused with 503 until then',
  silent: 'does not answer; requests are refused with 503 until it does',
};

async function checkMigrations(): Promise<Check> {
  const wanted = journal.entries.at(-1);
  const applied = await lastMigrationAt();
  const ok = wanted !== undefined && applied >= wanted.when;
  const detail = ok ? `up to ${wanted.tag}` : `behind ${wanted?.tag}; run: npm run db:migrate`;
  return { name: 'migrations', ok, detail };
}

/** The time that the newest migration of the database carries; 0 when it has none at all. */
async function lastMigrationAt(): Promise<number> {
  const query = 'select max(created_at) as at from drizzle.__drizzle_migrations';
  const { rows } = await db()
    .$client.query<{ at: number | null }>(query)
    .catch(() => ({ rows: [] }));
  return rows[0]?.at ?? 0;
}

async function checkPartitions(now: Date): Promise<Check> {
  const today = calendar().dayOf(now);
  // The seventh is made by the daily run, some minutes into the day.
  const needed = daysOf({ from: today, to: addDays(today, PARTITIONS_AHEAD_DAYS - 1) }).map(partitionName);
  const query = 'select count(to_regclass(name))::int as made from unnest($1::text[]) name';
  const { rows } = await db()
    .$client.query<{ made: number }>(query, [needed])
    .catch(() => ({ rows: [] }));
  const ok = rows[0]?.made === needed.length;
  const detail = ok
    ? `made ${PARTITIONS_AHEAD_DAYS} days ahead`
    : 'missing; the daily run makes them, and events wait in the default partition until then';
  return { name: 'partitions', ok, detail };
}

async function checkJobs(now: Date): Promise<Check> {
  const summary = await summarizeJobs(now).catch(() => null);
  if (summary === null) return { name: 'jobs', ok: false, detail: 'the queue does not answer' };
  const { waiting, failed, oldestWaitingSeconds } = summary;
  const oldest = oldestWaitingSeconds ?? 0;
  const late = `the oldest of ${waiting} has waited ${oldest} s; start a worker, or call /api/cron/minute`;
  if (oldest > OLDEST_JOB_SECONDS) return { name: 'jobs', ok: false, detail: late };
  const detail = failed > 0 ? `done in time; ${failed} failed for good and wait on the jobs page` : 'done in time';
  return { name: 'jobs', ok: true, detail };
}

async function checkCrons(now: Date): Promise<Check> {
  const crons = await listCrons(now).catch(() => []);
  const late = crons.filter((cron) => cron.late).map(({ name, beganAt }) => `${name} (last began ${beganAt})`);
  if (late.length > 0)
    return { name: 'crons', ok: false, detail: `late: ${late.join(', ')}; see CRON_SECRET and the scheduler` };
  return { name: 'crons', ok: true, detail: crons.length > 0 ? 'run in time' : 'none has run yet' };
}

async function checkPictures(): Promise<Check> {
  return { name: 'pictures', ...(await checkStorage()) };
}

async function checkRedis(): Promise<Check> {
  const { transport, healthy, since } = await redisState();
  if (transport === 'in-process')
    return { name: 'redis', ok: true, detail: 'none is set, so this process keeps its own windows: run one process' };
  const detail = healthy
    ? `answers (${transport})`
    : `away since ${since.toISOString()}; each process keeps its own windows and limits until it is back`;
  return { name: 'redis', ok: healthy, detail };
}

async function checkReplica(): Promise<Check> {
  const state = await replicaState();
  if (state === null) return { name: 'replica', ok: true, detail: 'none is set; the primary answers statistics' };
  const { behindSeconds } = state;
  if (behindSeconds === null)
    return { name: 'replica', ok: false, detail: 'does not answer; the primary answers statistics until it does' };
  const ok = behindSeconds <= env().REPLICA_MAX_LAG_SECONDS;
  const until = ok ? 'statistics say so' : 'the primary answers statistics until it has caught up';
  const detail = behindSeconds === 0 ? 'has everything' : `${behindSeconds} s behind; ${until}`;
  return { name: 'replica', ok, detail };
}
