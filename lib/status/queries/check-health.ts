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
import { type Check, checked } from '../checked';
import { listCrons } from './list-crons';
import { summarizeJobs } from './summarize-jobs';

/** Jobs are done within moments; one that is due for so long shows that nobody works. */
const OLDEST_JOB_SECONDS = 600;

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
  const database = checked('database', state === 'answers', state);
  if (state === 'read-only' || state === 'silent')
    return { live: true, ready: false, checks: [database, ...(await beside)] };
  const migrations = await checkMigrations();
  // What the schema of another version would say is no news.
  const within = migrations.ok ? await Promise.all([checkPartitions(now), checkJobs(now), checkCrons(now)]) : [];
  return { live: true, ready: migrations.ok, checks: [database, migrations, ...within, ...(await beside)] };
}

async function databaseState(now: Date): Promise<'answers' | 'disk-full' | 'read-only' | 'silent'> {
  const { rows } = await db()
    .$client.query<{ readOnly: 'on' | 'off' }>('select current_setting($1) as "readOnly"', ['transaction_read_only'])
    .catch(() => ({ rows: [] }));
  const readOnly = rows[0]?.readOnly;
  if (readOnly === undefined) return 'silent';
  // As a standby is until it is promoted.
  if (readOnly === 'on') return 'read-only';
  return isDiskFull(now) ? 'disk-full' : 'answers';
}

async function checkMigrations(): Promise<Check> {
  const wanted = journal.entries.at(-1);
  const applied = await lastMigrationAt();
  const ok = wanted !== undefined && applied >= wanted.when;
  return checked('migrations', ok, ok ? 'applied' : 'behind', { migration: wanted?.tag ?? '' });
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
  return checked('partitions', ok, ok ? 'made' : 'missing', { days: PARTITIONS_AHEAD_DAYS });
}

async function checkJobs(now: Date): Promise<Check> {
  const summary = await summarizeJobs(now).catch(() => null);
  if (summary === null) return checked('jobs', false, 'silent');
  const { waiting, failed, oldestWaitingSeconds } = summary;
  const seconds = oldestWaitingSeconds ?? 0;
  if (seconds > OLDEST_JOB_SECONDS) return checked('jobs', false, 'late', { waiting, seconds });
  return failed > 0 ? checked('jobs', true, 'failed', { failed }) : checked('jobs', true, 'done');
}

async function checkCrons(now: Date): Promise<Check> {
  const crons = await listCrons(now).catch(() => []);
  const late = crons.filter((cron) => cron.late).map(({ name, beganAt }) => `${name} (${beganAt})`);
  if (late.length > 0) return checked('crons', false, 'late', { crons: late.join(', ') });
  return checked('crons', true, crons.length > 0 ? 'in-time' : 'none-yet');
}

async function checkPictures(): Promise<Check> {
  const state = await checkStorage();
  return checked('pictures', state === 'bucket' || state === 'disk', state);
}

async function checkRedis(): Promise<Check> {
  const { transport, healthy, since } = await redisState();
  if (transport === 'in-process') return checked('redis', true, 'none');
  return healthy
    ? checked('redis', true, 'answers', { transport })
    : checked('redis', false, 'away', { since: since.toISOString() });
}

async function checkReplica(): Promise<Check> {
  const state = await replicaState();
  if (state === null) return checked('replica', true, 'none');
  const { behindSeconds: seconds } = state;
  if (seconds === null) return checked('replica', false, 'silent');
  if (seconds > env().REPLICA_MAX_LAG_SECONDS) return checked('replica', false, 'too-late', { seconds });
  return seconds === 0 ? checked('replica', true, 'current') : checked('replica', true, 'lagging', { seconds });
}
