import type pg from 'pg';
import { batchTransaction } from '@/lib/platform/batch-transaction';
import { env } from '@/lib/platform/env';
import { joinDay } from './hold-day';
import { type DoneRange, type RunRange, showProgress } from './run-store';
import { type RunOfDay, settleRange } from './settle-range';

/**
 * Settles the ranges of a run: a single one in the transaction of the run, several side by side in transactions of their
 * own, so that what is done stays done when a later one fails. Rejects with the first failure, after the others in hand.
 */
export async function settleRanges(client: pg.ClientBase, run: RunOfDay, ranges: RunRange[]): Promise<DoneRange[]> {
  const done: DoneRange[] = [];
  const show = async (one?: DoneRange) => {
    if (one) done.push(one);
    const rows = done.reduce((sum, { judged }) => sum + judged.rows, 0);
    await showProgress(run.runId, { done: done.length, of: ranges.length, rows });
  };
  await show();
  const [only] = ranges;
  if (only && ranges.length === 1) {
    await show(await settleRange(client, run, only));
    return done;
  }
  const waiting = [...ranges];
  const lane = async () => {
    try {
      for (let range = waiting.shift(); range; range = waiting.shift()) await show(await inLane(run, range));
    } finally {
      waiting.length = 0; // after a failure the other lanes end what they have in hand, and begin nothing
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: env().SETTLE_LANES }, lane));
  for (const { reason } of lanes.filter((one) => one.status === 'rejected')) throw reason;
  return done;
}

function inLane(run: RunOfDay, range: RunRange): Promise<DoneRange> {
  return batchTransaction(async (client) => {
    await joinDay(client, run.day, run.runId);
    return settleRange(client, run, range);
  });
}
