import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { users } from '@/db/schema/accounts';
import { contents } from '@/db/schema/content';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { Content, type ContentQuery, type ContentSort, Title } from '../schema';
import { matchesSearch } from './matches-search';

export const CONTENT_COLUMNS = {
  id: contents.id,
  title: contents.title,
  kind: contents.kind,
  durationSeconds: contents.durationSeconds,
  externalId: contents.externalId,
  creatorId: contents.creatorId,
  // Asked for the rows of the page alone, where a join would be made for all rows that are sorted.
  creatorName: sql<
    string | null
  >`(select coalesce(${users.name}, ${users.email}) from ${users} where ${users.id} = ${contents.creatorId})`,
  openingViews: contents.openingViews,
  openingAdViews: contents.openingAdViews,
  createdAt: contents.createdAt,
  archivedAt: contents.archivedAt,
};

/** Contents page by page, each page one walk along an index, however many millions there are. */
export async function listContents(query: ContentQuery): Promise<Page<Content>> {
  const rows = await db()
    .select(CONTENT_COLUMNS)
    .from(contents)
    .where(and(...conditionsOf(query)))
    .orderBy(...ORDERS[query.sort])
    .limit(query.limit + 1);
  const page = pageOf(rows, query.limit, (row) => (byTitle(query.sort) ? [row.title, row.id] : [row.id]));
  return { items: page.items.map(contentOf), nextCursor: page.nextCursor };
}

const ORDERS: Record<ContentSort, SQL[]> = {
  id: [asc(contents.id)],
  '-id': [desc(contents.id)],
  title: [asc(contents.title), asc(contents.id)],
  '-title': [desc(contents.title), desc(contents.id)],
};

const byTitle = (sort: ContentSort) => sort === 'title' || sort === '-title';

function conditionsOf(query: ContentQuery): (SQL | undefined)[] {
  return [
    sql`kind <> 'post'`, // written out, as the indexes of the list have it: posts are listed on the board
    query.search ? matchesSearch(query.search) : undefined,
    query.kind && eq(contents.kind, query.kind),
    query.creatorId !== undefined ? eq(contents.creatorId, query.creatorId) : undefined,
    query.externalId !== undefined ? eq(contents.externalId, query.externalId) : undefined,
    query.archived === undefined
      ? undefined
      : query.archived
        ? isNotNull(contents.archivedAt)
        : isNull(contents.archivedAt),
    query.cursor !== undefined ? after(query.cursor, query.sort) : undefined,
  ];
}

function after(cursor: string, sort: ContentSort): SQL {
  const sign = sort.startsWith('-') ? sql`<` : sql`>`;
  const key = decodeCursor(cursor, byTitle(sort) ? 2 : 1);
  const id = key?.at(-1);
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw badCursor();
  if (!byTitle(sort)) return sql`${contents.id} ${sign} ${id}`;
  const title = Title.safeParse(key?.[0]);
  if (!title.success) throw badCursor();
  return sql`(${contents.title}, ${contents.id}) ${sign} (${title.data}, ${id})`;
}

type Row = Omit<Content, 'kind' | 'createdAt' | 'archivedAt'> & {
  kind: string;
  createdAt: Date;
  archivedAt: Date | null;
};

export function contentOf(row: Row): Content {
  return Content.parse({
    ...row,
    createdAt: row.createdAt.toISOString(),
    archivedAt: row.archivedAt?.toISOString() ?? null,
  });
}
