import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, calendarOf, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { freePort } from '@/scripts/free-port';
import { reasonOf, typeOf } from './codes';
import { ensurePartitions } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { settleDay } from './settle-day';
import { DISAGREEMENTS } from './testing/disagreements';
import { judgeAll, likedAtTheEnd, type ModelEvent } from './testing/model';
import { type Batch, WorkerPool } from './testing/worker-pool';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const MIDNIGHT = calendarOf('Asia/Seoul')
  .startOf('2026-11-21' as Day)
  .getTime();
const DAYS = ['2026-11-20', '2026-11-21'] as Day[];
const OWNER = 'owner-of-everything';
const RULES = { clickWindowMs: 1000, clickCap: 3, viewWindowMs: 30_000, viewCap: 2 };
const REDIS_SERVER = ['/usr/bin/redis-server', '/usr/local/bin/redis-server', '/opt/homebrew/bin/redis-server'].find(
  (path) => existsSync(path),
);

let redis: Redis | undefined;
let pool: WorkerPool;
let stopRedis = () => {};

beforeAll(async () => {
  const settings: Record<string, string> = { CLICK_DAILY_CAP: '3', VIEW_DAILY_CAP: '2' }; // before anything reads them
  Object.assign(process.env, settings);
  await ensurePartitions({ from: addDays(DAYS[0] as Day, -1), to: DAYS[1] as Day });
  await db().$client.query(`insert into users (email, member_id) values ('owner@example.com', $1)`, [OWNER]);
  if (REDIS_SERVER) {
    const port = await freePort();
    const server = spawn(REDIS_SERVER, [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
    ]);
    stopRedis = () => server.kill();
    redis = new Redis(port, '127.0.0.1');
    redis.on('error', () => {}); // until the server listens
    settings.REDIS_URL = `redis://127.0.0.1:${port}`;
  } else console.warn('redis-server is not installed: the processes share no windows in this run');
  pool = new WorkerPool(3, settings);
});

afterAll(() => {
  pool.stop();
  redis?.disconnect();
  stopRedis();
});

const VIEWERS = ['ann', 'bob', OWNER];

/** Events of three contents around midnight, crowded enough that every rule is met. */
const history = fc.record({
  events: fc.array(
    fc.record({
      id: fc.uuid(),
      type: fc.constantFrom('click', 'click', 'view', 'view', 'ad-view', 'like', 'unlike'),
      content: fc.integer({ min: 0, max: 2 }),
      viewer: fc.constantFrom(...VIEWERS),
      offsetMs: fc.oneof(
        fc.integer({ min: -90_000, max: 90_000 }),
        fc.integer({ min: -4, max: 4 }).map((n) => n * 1000),
        fc.constantFrom(-30_000, 30_000),
      ),
      bot: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    }),
    { minLength: 50, maxLength: 250 },
  ),
  seed: fc.integer(),
});

type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

test('log, deltas + summary and the plain model agree, whatever was repeated, reordered, killed or forgotten', async () => {
  const seen = { duplicates: 0, lost: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(history, (one) => playAndCompare(one, seen)),
    { numRuns: 8, endOnFailure: true },
  );
  // The race took place.
  expect(pool.killed).toBeGreaterThan(0);
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
}, 180_000);

async function playAndCompare({ events, seed }: History, seen: { duplicates: number; lost: number; refused: number }) {
  const contents = await makeContents();
  const model = events.map((event) => modelOf(event, contents));
  await play(model, seed, seen);
  for (const day of DAYS) await settleDay(day, new Date('2026-11-22T12:00:00+09:00'));
  await foldDeltas();

  const { rows } = await db().$client.query<{ id: string; type: number; reason: number }>(
    'select id, type, reason from events where content_id = any($1)',
    [contents],
  );
  expect(rows.length, 'each event is stored once').toBe(new Set(model.map((event) => event.id)).size);
  const stored = new Map(
    rows.filter((row) => !['like', 'unlike'].includes(typeOf(row.type))).map((row) => [row.id, reasonOf(row.reason)]),
  );
  expect(stored).toEqual(judgeAll(model, RULES));

  const { rows: liked } = await db().$client.query<{ key: string }>(
    `select content_id || ' ' || viewer as key from likes where liked and content_id = any($1)`,
    [contents],
  );
  const expected = likedAtTheEnd(model);
  expect(new Set(liked.map((row) => row.key))).toEqual(expected);
  const { rows: net } = await db().$client.query<{ n: number }>(
    `select coalesce(sum(likes - unlikes), 0)::int as n from summaries where grain = 'd' and content_id = any($1)`,
    [contents],
  );
  expect(net[0]?.n, 'likes given minus withdrawn').toBe(expected.size);
  expect((await db().$client.query(DISAGREEMENTS)).rows).toEqual([]);
  expect((await db().$client.query(GRAINS_DISAGREE)).rows, 'weeks, months and totals are the sums of days').toEqual([]);
}

const GRAINS_DISAGREE = `select grain, start_on from (
  select grain, start_on, sum(clicks + views + likes + unlikes + ad_views + repeat_view) as n from summaries where grain <> 'd' group by 1, 2
  except
  select g.grain, date_trunc(g.unit, start_on::timestamp)::date, sum(clicks + views + likes + unlikes + ad_views + repeat_view)
  from summaries cross join (values ('w', 'week'), ('m', 'month')) as g (grain, unit) where summaries.grain = 'd' group by 1, 2
) as wrong`;

async function makeContents(): Promise<number[]> {
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind, duration_seconds, creator_id)
     select 'a video', 'video', 900, (select id from users where member_id = $1) from generate_series(1, 3) returning id`,
    [OWNER],
  );
  return rows.map((row) => row.id);
}

function modelOf(event: History['events'][number], contents: number[]): ModelEvent {
  return {
    id: event.id,
    type: event.type as ModelEvent['type'],
    contentId: contents[event.content] as number,
    viewer: `m:${event.viewer}`,
    atMs: MIDNIGHT + event.offsetMs,
    adPositionSeconds: event.type === 'ad-view' ? (event.offsetMs % 2 === 0 ? 300 : 600) : null,
    bot: event.bot,
    own: event.viewer === OWNER,
  };
}

/** Sends each event one to three times, in random order and batches, to three processes at once; one is killed, Redis is emptied. */
async function play(
  model: ModelEvent[],
  seed: number,
  seen: { duplicates: number; lost: number; refused: number },
): Promise<void> {
  const random = generator(seed);
  const sendings = model.flatMap((event) => Array.from({ length: 1 + random(3) }, () => event));
  const batches = batchesOf(shuffle(sendings, random), random);
  const disturbAt = random(batches.length);
  const send = async (batch: Batch, index: number): Promise<void> => {
    const answer = await pool.record(random(3), batch);
    if ('lost' in answer) {
      seen.lost += 1;
      if (seen.lost > 2000) throw new Error('the processes do not stay alive');
      await sleep(20);
      return send(batch, index); // as the SDK does: the same events with the same ids
    }
    seen.duplicates += answer.receipt.duplicate;
    seen.refused += answer.receipt.refused;
    const { received, counted, duplicate, refused, rejected } = answer.receipt;
    expect(counted + duplicate + refused + rejected).toBe(received);
    expect(rejected).toBe(0);
  };
  const disturb = async () => {
    await Promise.all([pool.killOne(random(3)), redis?.flushall()]);
  };
  await Promise.all(
    batches.flatMap((batch, index) => [send(batch, index), ...(index === disturbAt ? [disturb()] : [])]),
  );
}

function batchesOf(events: ModelEvent[], random: (n: number) => number): Batch[] {
  const batches: Batch[] = [];
  for (const bot of [false, true]) {
    const rest = events.filter((event) => event.bot === bot);
    while (rest.length > 0) {
      const source = {
        keyId: 1,
        trusted: true,
        memberId: null,
        address: '203.0.113.7',
        userAgent: bot ? 'Googlebot/2.1' : null,
      };
      batches.push({ events: rest.splice(0, 1 + random(20)).map(wireOf), source, now: NOW.toISOString() });
    }
  }
  return shuffle(batches, random);
}

function wireOf(event: ModelEvent): object {
  return {
    id: event.id,
    type: event.type,
    contentId: event.contentId,
    viewerId: event.viewer.slice(2),
    at: new Date(event.atMs).toISOString(),
    ...(event.adPositionSeconds !== null && { adPositionSeconds: event.adPositionSeconds }),
  };
}

/** Small repeatable random numbers: 0 .. n - 1. */
function generator(seed: number): (n: number) => number {
  let state = seed >>> 0 || 1;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

function shuffle<T>(values: T[], random: (n: number) => number): T[] {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}
