import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { settleDay } from '@/lib/events/settle-day';
import { addDays, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { priceDay } from './price-day';

const DAY = '2026-11-20' as Day;
const DAYS = [addDays(DAY, -1), addDays(DAY, 1)];
const LATER = new Date('2026-11-23T00:10:00+09:00');
const CROSSING = 77;
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
let outsider: pg.Client;

beforeAll(async () => {
  vi.stubEnv('SETTLE_RANGE_EVENTS', '150'); // about six ranges, in two lanes
  resetEnv();
  outsider = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await outsider.connect();
  await ensurePartitions({ from: addDays(DAY, -2), to: addDays(DAY, 2) });
  await query(`insert into contents (title, kind, duration_seconds, opening_views, opening_ad_views)
    select 'v' || n, 'video', 600, 99995 - n, 499995 from generate_series(1, 40) n`);
  await query(
    `create table drawn as select d as day, 1 + n % 40 as content_id, md5(d || ' ' || n)::uuid as id,
      (array[4, 4, 5, 1])[1 + n % 4] as type, 'm:' || n % 7 as viewer, case when n % 4 = 2 then 300 end as position,
      (d::timestamp at time zone 'Asia/Seoul') + (n * 7919 % 3000) * interval '1 second' as at, n
    from generate_series(1, 900) n, unnest($1::date[]) d where d = '${DAY}' or n < 100`.replace(
      '$1',
      `'{${[DAY, ...DAYS]}}'`,
    ),
  );
  await query(`create function cross_over() returns trigger language plpgsql as
    $$ begin perform pg_advisory_xact_lock_shared(${CROSSING}); return coalesce(new, old); end $$`);
});
afterAll(() => outsider.end());

/** The same history each time: a settled day before and after, and a day of which some events are folded and some not. */
async function begin(): Promise<void> {
  await query(
    'truncate events, event_deltas, summaries, day_totals, days, runs, run_ranges, settlement_lines, settlement_creator_days',
  );
  await arrive('true');
  for (const day of DAYS) await settleDay(day, LATER, priceDay);
}

async function arrive(which: string): Promise<void> {
  for (const [part, folded] of [
    ['n % 2 = 0', true],
    ['n % 2 = 1', false],
  ] as const) {
    await query(`with stored as (
        insert into events (day, content_id, id, type, reason, viewer, at, ad_position_seconds)
        select day, content_id, id, type, 0, viewer, at, position from drawn where ${part} and ${which} returning day, content_id, type
      ) insert into event_deltas (day, content_id, metric, n) select day, content_id, type, count(*) from stored group by 1, 2, 3`);
    if (folded) await foldDeltas();
  }
}

const TABLES = {
  events: 'select * from events order by day, content_id, id',
  deltas: 'select * from event_deltas order by 1, 2, 3',
  summaries: 'select * from summaries order by grain, start_on, content_id',
  totals: 'select * from day_totals order by day',
  lines: 'select * from settlement_lines order by day, content_id, for_day',
  creators: 'select * from settlement_creator_days order by 1, 2',
  days: 'select day, state, dirty, owed, tail_checksum, lines_checksum, lines_totals from days order by day',
};
const bytes = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(TABLES).map(async ([name, text]) => [name, JSON.stringify((await query(text)).rows)]),
    ),
  );

const PROGRAM = fileURLToPath(new URL('./testing/settle-and-say.ts', import.meta.url));
const start = () =>
  spawn(process.execPath, ['--import', 'tsx', PROGRAM, DAY, LATER.toISOString()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Lets a process run the day up to a write of this table, kills it there, and lets the database notice. */
async function crashAt(point: string): Promise<void> {
  await outsider.query(`create trigger crossing before ${point} execute function cross_over()`);
  await outsider.query('select pg_advisory_lock($1)', [CROSSING]);
  const others = await connections();
  const child = start();
  await comesToCrossing(child);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await outsider.query('select pg_advisory_unlock($1)', [CROSSING]);
  await expect.poll(async () => (await connections()).filter((pid) => !others.includes(pid))).toEqual([]);
  const table = / on (\w+)/.exec(point)?.[1];
  await outsider.query(`drop trigger crossing on ${table}`);
}

async function connections(): Promise<number[]> {
  const { rows } = await outsider.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and backend_type = 'client backend'`,
  );
  return rows.map((row) => row.pid);
}

async function comesToCrossing(child: ChildProcess): Promise<void> {
  for (let tries = 0; !(await isAtCrossing(child)); tries++) {
    if (tries > 2400) throw new Error('the run did not come to the crossing');
    await sleep(50);
  }
}

async function isAtCrossing(child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) throw new Error('the run ended before it was killed');
  const { rows } = await outsider.query(
    `select from pg_locks where locktype = 'advisory' and not granted and objid = $1 and database = (select oid from pg_database where datname = current_database())`,
    [CROSSING],
  );
  return rows.length > 0;
}

let unharmed: Record<string, string>;
beforeAll(async () => {
  await begin();
  await settleDay(DAY, LATER, priceDay);
  unharmed = await bytes();
});

const keptRanges = async () =>
  (
    await query(`select count(*)::int as n from run_ranges a join run_ranges b on b.n = a.n and b.done = a.done
      where a.run_id = (select max(id) from runs) and b.run_id < a.run_id and a.first_id is not distinct from b.first_id`)
  ).rows[0]?.n;

test.each([
  ['while it plans', 'insert on run_ranges for each statement', 0],
  ['while it judges', 'update on events for each statement', 0],
  ['in the totals of its first range', 'insert on day_totals for each statement', 0],
  ['while it prices its first range', 'insert on settlement_lines for each statement', 0],
  ['at the end of its first range', 'update on run_ranges for each row when (new.n = 0)', 0],
  ['at the end of its fourth range', 'update on run_ranges for each row when (new.n = 3)', 2],
  ['when every range is done', `update on days for each row when (new.state = 'settled' and new.day = '${DAY}')`, 5],
  ['in the sums of creators', 'insert on settlement_creator_days for each statement', 5],
  ['while it prices the day after', `update on settlement_lines for each row when (new.day > '${DAY}')`, 5],
  ['just before its end', `update on runs for each row when (new.state = 'succeeded')`, 5],
])('killed %s and run again, the bytes are those of a run without a crash', async (_, point, atLeastKept) => {
  await begin();
  await crashAt(point);
  const settled = await settleDay(DAY, LATER, priceDay);
  expect(settled.ranges).toBeGreaterThan(4);
  expect(await bytes()).toEqual(unharmed);
  expect(await keptRanges()).toBeGreaterThanOrEqual(atLeastKept);
  await settleDay(DAY, LATER, priceDay);
  expect(await bytes()).toEqual(unharmed);
  expect(await keptRanges()).toBe(0); // a run after one that succeeded judges everything anew
});

test('what came between a crash and the next run is judged and priced, in ranges that were done too', async () => {
  const late = `insert into drawn select day, content_id, md5('late ' || n)::uuid, type, 'm:late', position, at, n + 2000
    from drawn where day = '${DAY}' and n <= 40 and n % 4 = 0`;
  await begin();
  await query(late);
  await arrive('n > 2000');
  await settleDay(DAY, LATER, priceDay);
  const expected = await bytes();
  await query('delete from drawn where n > 2000');
  for (const folded of [false, true]) {
    await begin();
    await crashAt('insert on settlement_creator_days for each statement'); // every range is done
    await query(late);
    await arrive('n > 2000');
    if (folded) await foldDeltas();
    await settleDay(DAY, LATER, priceDay);
    expect(await bytes()).toEqual(expected);
    expect(expected.events).not.toBe(unharmed.events);
    await query('delete from drawn where n > 2000');
  }
});

test('a block and a tariff that came between a crash and the next run are heeded', async () => {
  const change = async () => {
    await query(
      `insert into viewer_blocks (viewer, reason, created_by, created_at) values ('m:3', 'macro', 'a test', now())`,
    );
    await query(
      `insert into tariffs (effective_on, video, ad) select $1, '[{"from":1,"tenths":77}]', ad from tariffs limit 1`,
      [DAY],
    );
  };
  const undo = async () => {
    await query('delete from viewer_blocks');
    await query('delete from tariffs where effective_on = $1', [DAY]);
  };
  await begin();
  await change();
  await settleDay(DAY, LATER, priceDay);
  const expected = await amounts();
  await undo();
  await begin();
  await crashAt('insert on settlement_creator_days for each statement');
  await change();
  await settleDay(DAY, LATER, priceDay);
  expect(await amounts()).toEqual(expected);
  await undo();
});

/** Without the version of the tariff, which is another one each time that it is added. */
const amounts = async () =>
  (
    await query(
      'select day, content_id, for_day, views_after, ad_views_after, video_won, ad_won from settlement_lines order by 1, 2, 3',
    )
  ).rows;

test('of two processes that run a day at once one does it', async () => {
  await begin();
  await outsider.query('create trigger crossing before insert on settlement_lines execute function cross_over()');
  await outsider.query('select pg_advisory_lock($1)', [CROSSING]);
  const [first, second] = [start(), start()];
  const ended = await Promise.race([once(first, 'exit'), once(second, 'exit')]);
  expect(ended[0]).toBe(1); // the one that was refused, while the other is still at it
  const goesOn = first.exitCode === null ? first : second;
  await comesToCrossing(goesOn);
  await outsider.query('select pg_advisory_unlock($1)', [CROSSING]);
  await once(goesOn, 'exit');
  await outsider.query('drop trigger crossing on settlement_lines');
  expect(goesOn.exitCode).toBe(0);
  expect(await bytes()).toEqual(unharmed);
  expect((await query(`select state from runs where day = $1`, [DAY])).rows).toEqual([{ state: 'succeeded' }]);
});
