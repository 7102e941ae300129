import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { stopwatch } from '@/lib/platform/clock';
import { settleLines } from './settle-lines';

/** What a run of a day does with its figures in its own transaction; returns how long it took, in milliseconds. */
export async function priceDay(client: pg.ClientBase, day: Day): Promise<{ price: number }> {
  const took = stopwatch();
  await settleLines(client, day);
  return { price: took() };
}
