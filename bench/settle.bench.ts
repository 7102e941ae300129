import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { settleDay } from '@/lib/events/settle-day';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { env } from '@/lib/platform/env';
import { ensureLinePartitions } from '@/lib/settlement/ensure-line-partitions';
import { priceDay } from '@/lib/settlement/price-day';
import { seedVideos } from '@/scripts/seed-videos';
import { type BenchDatabase, makeDatabase } from './database';
import { loadOfMachine } from './load-of-machine';
import { SCALE } from './scale';
import { writeFloor } from './settle-floor';
import { round } from './statistics';

const EVENTS = 20_000_000 * SCALE;

/**
 * The run of a day of 20 million events over 5 million videos, beside the floor: the same rows into the same tables,
 * without judging or pricing, in as many lanes. Then the same events over 1 million videos.
 */
export async function bench() {
  const large = await measure(5_000_000 * SCALE);
  const small = await measure(1_000_000 * SCALE);
  return {
    scale: SCALE,
    events: EVENTS,
    large,
    small,
    smallToLarge: round(small.first.milliseconds / large.first.milliseconds),
  };
}

async function measure(videos: number) {
  const database = await makeDatabase({ maxWal: '16GB' });
  const day = addDays(calendar().dayOf(new Date()), -1);
  await ensurePartitions({ from: addDays(day, -1), to: day });
  await ensureLinePartitions({ from: day, to: day });
  await seedVideos({ videos, events: EVENTS, day });
  await database.query('checkpoint');
  const first = await run(database, day);
  const again = await run(database, day);
  const megabytesOfNode = Math.round(process.resourceUsage().maxRSS / 1024);
  await database.query('checkpoint');
  const floor = await writeFloor(database, first.ranges);
  await database.stop();
  const times = round(first.milliseconds / floor.milliseconds);
  return {
    videos,
    lanes: env().SETTLE_LANES,
    first: withCount(first),
    again: withCount(again),
    floor,
    times,
    megabytesOfNode,
  };
}

const withCount = <T extends { ranges: unknown[] }>(run: T) => ({ ...run, ranges: run.ranges.length });

async function run(database: BenchDatabase, day: Day) {
  const load = loadOfMachine();
  const started = performance.now();
  const settled = await settleDay(day, new Date(), priceDay);
  const milliseconds = Math.round(performance.now() - started);
  const { rows: runs } = await database.query(
    `select steps, rows_in as "rowsIn", rows_out as counted, verdicts_changed as "verdictsChanged", lines_changed as "linesChanged" from runs where id = $1`,
    [settled.runId],
  );
  const { rows: ranges } = await database.query(
    `select first_id as "firstId", end_id as "endId" from run_ranges where run_id = $1 order by n`,
    [settled.runId],
  );
  return { milliseconds, machineLoad: load, ...runs[0], ranges };
}
