import { badCursor } from '@/lib/kernel/bad-cursor';
import type { Day, DayRange } from '@/lib/kernel/day';
import { decodeCursor, pageOf } from '@/lib/kernel/page';
import { readDb } from '@/lib/platform/database';
import { asTooMuch } from '../as-too-much';
import { type AbuseQuery, periodAsked, type SuspectList } from '../schema';
import { ABUSE_REFUSALS, describeSuspects } from './describe-suspects';

type Ranked = { viewer: string; score: number };

/**
 * The viewers of a period with the most refusals, or those of the busiest with the highest rates; the worst first, then
 * by name. Costs one look at the log of those days, and gives up after 15 s: abuse/period-too-busy.
 */
export async function listSuspects(asked: AbuseQuery, today: Day): Promise<SuspectList> {
  const { from, to } = periodAsked(asked, today);
  const after = asked.cursor === undefined ? [null, ''] : decodeCursor(asked.cursor, 2);
  if (!after || !isScore(after[0]) || typeof after[1] !== 'string') throw badCursor();
  const ranked = await asTooMuch(rank(asked, { from, to }, [after[0] ?? null, after[1]]));
  const page = pageOf(ranked, asked.limit, ({ score, viewer }) => [score, viewer]);
  const items = await asTooMuch(
    describeSuspects(
      page.items.map(({ viewer }) => viewer),
      { from, to },
    ),
  );
  return { from, to, items, nextCursor: page.nextCursor };
}

/** A count as the rankings give it; null before the first. */
const isScore = (value: unknown): value is number | null =>
  value === null || (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31);

async function rank(
  { by, limit }: AbuseQuery,
  { from, to }: DayRange,
  after: [number | null, string],
): Promise<Ranked[]> {
  const { rows } = await readDb().$client.query<Ranked>(RANKINGS[by], [from, to, ...after, limit + 1]);
  return rows;
}

/** Among how many of the busiest viewers the highest rates are looked for. */
const BUSIEST = 200;

const REFUSALS = `select viewer, count(*)::int as score from events
  where day between $1 and $2 and reason in (${ABUSE_REFUSALS}) group by viewer`;

const RATES = `select e.viewer, max(n)::int as score from (
    select viewer from events where day between $1 and $2 group by viewer order by count(*) desc, viewer limit ${BUSIEST}
  ) busy cross join lateral (
    select busy.viewer, count(*) as n from events e where e.viewer = busy.viewer and e.day between $1 and $2
    group by date_trunc('minute', e.at)
  ) e group by e.viewer`;

const page = (ranked: string) => `select viewer, score from (${ranked}) r
  where $3::int is null or score < $3 or (score = $3 and viewer > $4) order by score desc, viewer limit $5`;

const RANKINGS = { refusals: page(REFUSALS), rate: page(RATES) };
