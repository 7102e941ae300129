import journal from '@/drizzle/meta/_journal.json';
import { checkStorage } from '@/lib/assets/check-storage';
import { PARTITIONS_AHEAD_DAYS, partitionName } from '@/lib/events/ensure-partitions';
import { addDays, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, replicaState } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { redisState } from '@/lib/platform/redis/redis-state';

type Check = {
  name: 'database' | 'migrations' | 'partitions' | 'pictures' | 'redis' | 'replica';
  ok: boolean;
  detail: string;
};
export type Health = { live: true; ready: boolean; checks: Check[] };

/**
 * Whether this server can work, and how well. Ready needs a database with this version's schema; without Redis, a replica,
 * a place for pictures, or a partition for each day to come, it works all the same. Never throws, and names no address.
 */
export async function checkHealth(now: Date): Promise<Health> {
  const beside = Promise.all([checkPictures(), checkRedis(), checkReplica()]);
  const database = await checkDatabase();
  if (!database.ok) return { live: true, ready: false, checks: [database, ...(await beside)] };
  const [migrations, partitions] = await Promise.all([checkMigrations(), checkPartitions(now)]);
  return { live: true, ready: migrations.ok, checks: [database, migrations, partitions, ...(await beside)] };
}

async function checkDatabase(): Promise<Check> {
  const ok = await db()
    .$client.query('select 1')
    .then(
      () => true,
      () => false,
    );
  const detail = ok ? 'answers' : 'does not answer; requests are refused with 503 until it does';
  return { name: 'database', ok, detail };
}

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
