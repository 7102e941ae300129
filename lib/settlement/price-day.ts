import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { ContentRange } from '@/lib/events/content-range';
import type { DayWork, RangeWork } from '@/lib/events/day-work';
import type { Day } from '@/lib/kernel/day';
import { stopwatch } from '@/lib/platform/clock';
import { countAdVideoViews } from '@/lib/streaming/count-ad-video-views';
import { forgetPaid } from './forget-paid';
import { keepSums } from './keep-sums';
import { LinesTotals } from './lines-totals-schema';
import { type Frontier, readFrontier } from './read-frontier';
import { replaceLines, sumLines } from './replace-lines';
import { settleLinesAfter } from './settle-lines';
import { sumCreators } from './sum-creators';

type Plan = { day: Day; frontier: Frontier; owed: Day[]; linesBefore: string | null };

/**
 * What a run of a day makes of its figures: views of ad videos and settlement lines, range by range, and at its end what
 * follows for the days after it. A day that lies before a closed one is owed; its lines are adjustments of the first open
 * day.
 */
export async function priceDay(client: pg.ClientBase, day: Day): Promise<DayWork> {
  const frontier = await readFrontier(client, day);
  const owed = day === frontier.first ? frontier.owed : [];
  const { rows } = await client.query<Circumstances>(CIRCUMSTANCES, [day]);
  const { tariffVersion = null, linesBefore = null, basis = '' } = rows[0] ?? {};
  const plan = { day, frontier, owed, linesBefore };
  return {
    tariffVersion,
    linesBefore,
    // Counts of closed days may change between two attempts; then what was priced with them is priced again.
    basis: owed.length > 0 ? randomUUID() : basis,
    doRange: (lane, range) => priceRange(lane, plan, range),
    checksumOf: async (lane, range) => (isOpen(plan) ? (await sumLines(lane, day, range)).checksum : '0'),
    finish: (last, ranges) => finish(last, plan, ranges),
  };
}

type Circumstances = { tariffVersion: number | null; linesBefore: string | null; basis: string };

const CIRCUMSTANCES = `select (select version from tariffs where effective_on <= $1 order by effective_on desc limit 1) as "tariffVersion",
  (select lines_checksum from days where day = $1) as "linesBefore",
  concat_ws('/', (select max(version) from tariffs), (select max(day) from days where state = 'closed'),
    (select string_agg(concat_ws('=', day, lines_checksum), ',' order by day) from days where day < $1 and state <> 'closed')) as basis`;

/** Whether the day gets lines for its own counts; one before a closed day does not. */
const isOpen = ({ day, frontier }: Plan) => frontier.lastClosed === null || day > frontier.lastClosed;

const NO_LINES = { changed: 0, checksum: '0', totals: {} };

async function priceRange(client: pg.ClientBase, plan: Plan, range: ContentRange): Promise<RangeWork> {
  const took = stopwatch();
  await countAdVideoViews(client, plan.day, range);
  const adVideos = took();
  const lines = isOpen(plan) ? await replaceLines(client, plan.day, plan.owed, range) : NO_LINES;
  return { ...lines, steps: { adVideos, price: took() - adVideos } };
}

async function finish(client: pg.ClientBase, plan: Plan, ranges: RangeWork[]) {
  const { day, frontier } = plan;
  if (!isOpen(plan))
    return { linesAfter: null, linesChanged: await settleLinesAfter(client, { day, changed: false }, frontier) };
  const checksum = String(ranges.reduce((sum, range) => sum + BigInt(range.checksum), 0n));
  const changed = ranges.reduce((sum, range) => sum + range.changed, 0);
  await keepSums(client, day, { checksum, totals: addUp(ranges) });
  // By what the day had, not by what changed in this attempt: a crashed one may have changed it.
  const isSame = checksum === plan.linesBefore;
  await sumCreators(client, day);
  if (day === frontier.first) await forgetPaid(client, day, frontier.held);
  const changedLater = isSame ? 0 : await settleLinesAfter(client, { day, changed: true }, frontier);
  return { linesAfter: checksum, linesChanged: changed + changedLater };
}

function addUp(ranges: RangeWork[]): LinesTotals {
  const sums: Record<string, number> = Object.fromEntries(Object.keys(LinesTotals.shape).map((name) => [name, 0]));
  for (const { totals } of ranges)
    for (const [name, value] of Object.entries(totals)) sums[name] = (sums[name] ?? 0) + value;
  return LinesTotals.parse(sums);
}
