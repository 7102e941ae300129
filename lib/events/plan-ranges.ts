import type { Day } from '@/lib/kernel/day';
import { batchDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import type { ContentRange } from './content-range';
import { partitionName } from './ensure-partitions';

const BYTES_AN_EVENT = 80;
const SAMPLED_EVENTS = 200_000;

/** Ranges of contents with about as many events of the day each; of a small day, one. Costs samples of the log. */
export async function planRanges(day: Day): Promise<ContentRange[]> {
  const { rows: sizes } = await batchDb().$client.query<{ bytes: number }>(
    'select coalesce(pg_relation_size(to_regclass($1)), 0) as bytes',
    [partitionName(day)],
  );
  const events = (sizes[0]?.bytes ?? 0) / BYTES_AN_EVENT;
  const count = Math.ceil(events / env().SETTLE_RANGE_EVENTS);
  if (count > 1) await batchDb().$client.query(`analyze ${partitionName(day)}`);
  const borders = count > 1 ? await bordersOf(day, count, Math.min(100, (100 * SAMPLED_EVENTS) / events)) : [];
  return [null, ...borders].map((firstId, i) => ({ firstId, endId: borders[i] ?? null }));
}

async function bordersOf(day: Day, count: number, percent: number): Promise<number[]> {
  const shares = Array.from({ length: count - 1 }, (_, i) => (i + 1) / count);
  const { rows } = await batchDb().$client.query<{ id: number }>(
    `select distinct unnest(borders) as id from (
       select percentile_disc($2::float8[]) within group (order by content_id) as borders
       from events tablesample system ($3) repeatable (1) where day = $1
     ) sampled order by 1`,
    [day, shares, percent],
  );
  return rows.flatMap((row) => (row.id === null ? [] : [row.id]));
}
