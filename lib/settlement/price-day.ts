import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { stopwatch } from '@/lib/platform/clock';
import { countAdVideoViews } from '@/lib/streaming/count-ad-video-views';
import { settleLines } from './settle-lines';

/** What a run of a day does with its figures in its own transaction; returns how long each step took, in milliseconds. */
export async function priceDay(client: pg.ClientBase, day: Day): Promise<{ adVideos: number; price: number }> {
  const took = stopwatch();
  await countAdVideoViews(client, day);
  const adVideos = took();
  await settleLines(client, day);
  return { adVideos, price: took() - adVideos };
}
