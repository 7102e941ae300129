import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { addDays, type Day } from '@/lib/kernel/day';
import { ingestDb } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import type { Reason } from './codes';
import { ensurePartitions } from './ensure-partitions';
import { foldDeltas } from './fold-deltas';
import { settleDay } from './settle-day';
import { insertEvents, type Judged } from './store';
import { DISAGREEMENTS } from './testing/disagreements';

const TODAY = '2026-11-21' as Day;
const YESTERDAY = addDays(TODAY, -1);
const LATER = new Date('2026-11-23T00:00:00+09:00');
const CONTENTS = 5;

const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;

function randomEvent(): Judged {
  const day = pick([TODAY, YESTERDAY]);
  const atMs = new Date(`${day}T00:00:00+09:00`).getTime() + Math.floor(Math.random() * 120_000);
  const type = pick(['click', 'view'] as const);
  return {
    candidate: {
      index: 0,
      id: randomUUID(),
      type,
      contentId: 1 + Math.floor(Math.random() * CONTENTS),
      ownerMemberId: null,
      day,
      atMs,
      viewer: `m:${Math.floor(Math.random() * 20)}`,
      adPositionSeconds: null,
      adVideoId: null,
    },
    // A provisional verdict that is often wrong, so that the runs have much to change.
    reason: pick<Reason | null>([null, null, type === 'click' ? 'rapid-repeat' : 'repeat-view']),
  };
}

test('at every snapshot summary + deltas is the log, while 16 writers, folds, runs and kills go on', async () => {
  await ensurePartitions({ from: YESTERDAY, to: TODAY });
  vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.stubEnv('SETTLE_RANGE_EVENTS', '150'); // so that runs have ranges, in lanes of their own
  resetEnv();
  const until = Date.now() + 12_000;
  const happened = {
    inserted: 0,
    repeated: 0,
    lost: 0,
    folds: 0,
    folded: 0,
    runs: 0,
    lanes: 0,
    changed: 0,
    kills: 0,
    snapshots: 0,
  };
  const going = () => Date.now() < until;

  const writer = async () => {
    let last: Judged[] = [];
    while (going()) {
      const batch =
        Math.random() < 0.3 && last.length > 0
          ? last
          : Array.from({ length: 1 + Math.floor(Math.random() * 20) }, randomEvent);
      const repeated = await insertEvents(ingestDb().$client, batch, { rejected: new Map(), duplicates: 0 }).catch(
        () => null,
      );
      if (repeated === null) happened.lost += 1;
      else {
        happened.inserted += batch.length - repeated.size;
        happened.repeated += repeated.size;
      }
      last = batch;
    }
  };
  const folder = async () => {
    while (going()) {
      const folded = await foldDeltas().catch(() => null);
      happened.folds += folded ? 1 : 0;
      happened.folded += folded?.foldedEvents ?? 0;
      await sleep(50);
    }
  };
  const runner = async () => {
    while (going()) {
      const settled = await settleDay(pick([TODAY, YESTERDAY]), LATER).catch(() => null);
      happened.runs += settled ? 1 : 0;
      happened.changed += settled?.changed ?? 0;
      happened.lanes += settled && settled.ranges > 1 ? 1 : 0;
    }
  };
  const outsider = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await outsider.connect();

  const checker = async () => {
    while (going()) {
      const { rows } = await outsider.query(DISAGREEMENTS);
      expect(rows).toEqual([]);
      happened.snapshots += 1;
      const killed = await outsider.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by random() limit 1`,
      );
      happened.kills += killed.rows.length;
      await sleep(40);
    }
  };
  await Promise.all([...Array.from({ length: 16 }, writer), folder(), runner(), runner(), checker()]);

  // Who was killed last may be about to leave, with the day in its hands.
  for (const day of [YESTERDAY, TODAY])
    await expect.poll(() => settleDay(day, LATER).then(() => 'settled', String)).toBe('settled');
  await foldDeltas();
  const { rows: end } = await outsider.query(DISAGREEMENTS);
  const { rows: deltas } = await outsider.query('select count(*) as n from event_deltas');
  const { rows: log } = await outsider.query<{ n: number }>('select count(*) as n from events');
  await outsider.end();
  expect(end).toEqual([]);
  expect(deltas).toEqual([{ n: 0 }]);
  expect(log[0]?.n).toBeGreaterThanOrEqual(happened.inserted); // a killed writer may have committed without hearing of it
  // The race took place.
  expect(Math.min(...Object.values(happened))).toBeGreaterThan(0);
});
