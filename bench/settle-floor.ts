import { boundsOf, type ContentRange } from '@/lib/events/content-range';
import { env } from '@/lib/platform/env';
import type { BenchDatabase } from './database';
import { loadOfMachine } from './load-of-machine';

/**
 * How long the rows of a run take by themselves: kept aside, taken out of their tables, and inserted again from there, in
 * the order of their key, range by range, each a transaction, in as many lanes as the run had.
 */
export async function writeFloor({ query }: BenchDatabase, ranges: ContentRange[]) {
  for (const table of ['summaries', 'settlement_lines']) {
    await query(`create unlogged table kept_${table} as table ${table}`);
    await query(`create index on kept_${table} (content_id)`);
    await query(`vacuum analyze kept_${table}`);
    await query(`truncate ${table}`);
  }
  await query('checkpoint');
  const machineLoad = loadOfMachine();
  const started = performance.now();
  const waiting = [...ranges];
  const lane = async () => {
    for (let range = waiting.shift(); range; range = waiting.shift()) await query(insertOf(range));
  };
  await Promise.all(Array.from({ length: env().SETTLE_LANES }, lane));
  const milliseconds = Math.round(performance.now() - started);
  const { rows } = await query(
    'select (select count(*) from summaries)::int as summaries, (select count(*) from settlement_lines)::int as lines',
  );
  return { milliseconds, machineLoad, ...rows[0] };
}

/** Several statements sent as one query are one transaction. */
function insertOf(range: ContentRange): string {
  const [first, end] = boundsOf(range);
  const within = `where content_id >= ${first} and content_id < ${end}`;
  return `set local work_mem = '${env().SETTLE_WORK_MEMORY_MEGABYTES}MB';
    set local max_parallel_workers_per_gather = 0;
    insert into summaries select * from kept_summaries ${within} order by grain, start_on, content_id;
    insert into settlement_lines select * from kept_settlement_lines ${within} order by content_id, for_day`;
}
