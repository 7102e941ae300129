import { type SQL, sql } from 'drizzle-orm';
import type { Day } from '@/lib/kernel/day';
import { PostLine } from '../schema';

/**
 * What a list shows of posts `p`: one look-up each for author and offer, and the figures of a post as the sum of its
 * months, each by primary key, so that no table is counted. `today` is the business day.
 */
export function postColumns(today: Day): { columns: SQL; joins: SQL } {
  return {
    columns: sql`p.id, p.kind, p.title, p.author_id as "authorId", u.name as "authorName", p.comments as "commentCount",
      f.views as "viewCount", f.likes as "likeCount", o.coupons, o.coupons - o.used as "couponsLeft",
      p.created_at as "createdAt", p.edited_at as "editedAt", p.hidden_at as "hiddenAt", p.hidden_reason as "hiddenReason"`,
    joins: sql`left join users u on u.member_id = p.author_id left join post_offers o on o.post_id = p.id
      cross join lateral (
        select coalesce(sum(s.views), 0)::bigint as views, coalesce(sum(s.likes - s.unlikes), 0)::bigint as likes
        from generate_series(date_trunc('month', p.day - 2), date_trunc('month', ${today}::date + 1), '1 month') as m
        join summaries s on s.grain = 'm' and s.start_on = m::date and s.content_id = p.id
      ) as f`,
  };
}

/** A row of `postColumns`; an instant of the database is text where the query was not written by the builder. */
export type PostLineRow = { [K in keyof PostLine]: PostLine[K] };

const instantOf = (at: string | null) => (at === null ? null : new Date(at).toISOString());

export function postLineOf(row: PostLineRow): PostLine {
  const { createdAt, editedAt, hiddenAt } = row;
  return PostLine.parse({
    ...row,
    createdAt: instantOf(createdAt),
    editedAt: instantOf(editedAt),
    hiddenAt: instantOf(hiddenAt),
  });
}
