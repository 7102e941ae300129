import { badCursor } from '@/lib/kernel/bad-cursor';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { adErrors } from '../errors';
import { momentOf } from '../moment-of';
import type { JoinedAd, JoinedQuery } from '../schema';

type Asked = JoinedQuery & { memberId: string };

/**
 * What a member joined in a time, oldest first, with name and reward as they were (ads rule 6). Days are whole; an
 * instant `to` is the first that is left out. Error: ads/range-reversed.
 */
export async function listJoined({ memberId, limit, cursor, ...range }: Asked): Promise<Page<JoinedAd>> {
  const { from, until } = rangeOf(range);
  const [joinedAt, id] = cursor === undefined ? [from, 0] : placeIn(cursor);
  const { rows } = await db().$client.query<Row>({
    name: 'joined-ads',
    text: LIST_JOINED,
    values: [memberId, joinedAt, id, from, until, limit + 1],
  });
  const page = pageOf(rows, limit, (row) => [row.joinedAt.getTime(), row.id]);
  return { items: page.items.map(shown), nextCursor: page.nextCursor };
}

/** One walk along one index of one partition, however long the history; a test asks the planner. */
export const LIST_JOINED = `select id, joined_at as "joinedAt", member_id as "memberId", ad_id as "adId", ad_name as "adName",
    reward_points as "rewardPoints"
  from participations where member_id = $1 and (joined_at, id) > ($2, $3) and joined_at >= $4 and joined_at < $5
  order by joined_at, id limit $6`;

type Row = Omit<JoinedAd, 'joinedAt'> & { id: number; joinedAt: Date };

const shown = ({ id: _, joinedAt, ...row }: Row): JoinedAd => ({ joinedAt: joinedAt.toISOString(), ...row });

const ALWAYS = { from: '1900-01-01', to: '9999-12-31' };

function rangeOf({ from = ALWAYS.from, to = ALWAYS.to }: Pick<JoinedQuery, 'from' | 'to'>) {
  const range = { from: momentOf(from, 'start'), until: momentOf(to, 'end') };
  // A day that ends where `from` begins is before it; an instant that is `from` leaves nothing, and is no mistake.
  if (range.from >= range.until && range.from > momentOf(to, 'start')) throw adErrors.rangeReversed();
  return range;
}

function placeIn(cursor: string): [Date, number] {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  const joinedAt = new Date(typeof at === 'number' ? at : Number.NaN);
  if (Number.isNaN(joinedAt.getTime()) || typeof id !== 'number' || !Number.isSafeInteger(id)) throw badCursor();
  return [joinedAt, id];
}
