import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, calendarOf, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { freePort } from '@/scripts/free-port';
import { ensurePartitions } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { settleDay } from './settle-day';
import { expectFiguresOfLog, expectLogOf, makeContents } from './testing/expect-agreement';
import { type History, history, modelOf, OWNER, randomOf, type Sending, sendingsOf } from './testing/history';
import type { ModelEvent } from './testing/model';
import { type Batch, WorkerPool } from './testing/worker-pool';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const MIDNIGHT = calendarOf('Asia/Seoul')
  .startOf('2026-11-21' as Day)
  .getTime();
const DAYS = ['2026-11-20', '2026-11-21'] as Day[];
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

async function playAndCompare(one: History, seen: Seen): Promise<void> {
  const contents = await makeContents();
  const model = modelOf(one, contents, MIDNIGHT);
  await play(model, one.seed, seen);
  for (const day of DAYS) await settleDay(day, new Date('2026-11-22T12:00:00+09:00'));
  await foldDeltas();
  await expectLogOf(model, contents, RULES);
  await expectFiguresOfLog();
}

type Seen = { duplicates: number; lost: number; refused: number };

/** Sends each event one to three times, in random order and batches, to three processes at once; one is killed, Redis is emptied. */
async function play(model: ModelEvent[], seed: number, seen: Seen): Promise<void> {
  const random = randomOf(seed);
  const batches = sendingsOf(model, random).map(batchOf);
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

function batchOf({ bot, events }: Sending): Batch {
  const source = {
    keyId: 1,
    trusted: true,
    memberId: null,
    address: '203.0.113.7',
    userAgent: bot ? 'Googlebot/2.1' : null,
  };
  return { events, source, now: NOW.toISOString() };
}
