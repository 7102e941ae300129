import { type SQL, sql } from 'drizzle-orm';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import type { PostLine, PostQuery } from '../schema';
import { type PostLineRow, postColumns, postLineOf } from './post-columns';

type ListPosts = { query: PostQuery; moderates: boolean; memberId: string | null; now: Date };

/** The board page by page, each page one walk along an index, however many millions of posts there are. */
export async function listPosts({ query, moderates, memberId, now }: ListPosts): Promise<Page<PostLine>> {
  const { columns, joins } = postColumns(calendar().dayOf(now));
  const commented = query.sort === 'commented';
  const order = commented ? sql`comments desc, id desc` : sql`id desc`;
  // Hidden posts of one's own are one's own to see.
  const seesHidden = moderates || (query.authorId !== undefined && query.authorId === memberId);
  const { rows } = await db().execute<PostLineRow>(sql`
    select ${columns} from (
      select * from posts where ${conditionOf(query, seesHidden)} order by ${order} limit ${query.limit + 1}
    ) as p ${joins} order by ${commented ? sql`p.comments desc, p.id desc` : sql`p.id desc`}`);
  return pageOf(rows.map(postLineOf), query.limit, (row) => (commented ? [row.commentCount, row.id] : [row.id]));
}

function conditionOf(query: PostQuery, seesHidden: boolean): SQL {
  const conditions = [
    stateOf(query.state, seesHidden),
    ...(query.kind ? [sql`kind = ${query.kind}`] : []),
    ...(query.authorId === undefined ? [] : [sql`author_id = ${query.authorId}`]),
    ...(query.cursor === undefined ? [] : [after(query.cursor, query.sort)]),
  ];
  return sql.join(conditions, sql` and `);
}

/** Written as the indexes have it. */
function stateOf(state: PostQuery['state'], seesHidden: boolean): SQL {
  if (state === 'seen' || !seesHidden) return sql`hidden_at is null and deleted_at is null`;
  return state === 'hidden' ? sql`hidden_at is not null and deleted_at is null` : sql`deleted_at is null`;
}

function after(cursor: string, sort: PostQuery['sort']): SQL {
  const key = decodeCursor(cursor, sort === 'commented' ? 2 : 1);
  const id = key?.at(-1);
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw badCursor();
  if (sort === 'newest') return sql`id < ${id}`;
  const count = key?.[0];
  if (typeof count !== 'number' || !Number.isInteger(count) || Math.abs(count) > 2 ** 31 - 1) throw badCursor();
  return sql`(comments, id) < (${count}, ${id})`;
}
