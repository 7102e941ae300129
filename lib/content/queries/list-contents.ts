import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { users } from '@/db/schema/accounts';
import { contents } from '@/db/schema/content';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { Content, type ContentQuery, type ContentSort } from '../schema';

export const CONTENT_COLUMNS = {
  id: contents.id,
  title: contents.title,
  kind: contents.kind,
  durationSeconds: contents.durationSeconds,
  externalId: contents.externalId,
  creatorId: contents.creatorId,
  creatorName: sql<string | null>`coalesce(${users.name}, ${users.email})`,
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
    .leftJoin(users, eq(users.id, contents.creatorId))
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
    query.search ? found(query.search) : undefined,
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

/** A part of a title in any case, the platform's own id, or our id; a `%` is a percent sign. */
function found(search: string): SQL {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const id = /^#?\d{1,15}$/.test(search) ? Number(search.replace('#', '')) : null;
  const titled = sql`${contents.title} ilike ${like}`;
  return id === null
    ? sql`(${titled} or ${contents.externalId} = ${search})`
    : sql`(${contents.id} = ${id} or ${contents.externalId} = ${search} or ${titled})`;
}

function after(cursor: string, sort: ContentSort): SQL {
  const sign = sort.startsWith('-') ? sql`<` : sql`>`;
  const key = decodeCursor(cursor, byTitle(sort) ? 2 : 1);
  const id = key?.at(-1);
  if (!key || typeof id !== 'number' || !Number.isSafeInteger(id)) throw badCursor();
  if (!byTitle(sort)) return sql`${contents.id} ${sign} ${id}`;
  return sql`(${contents.title}, ${contents.id}) ${sign} (${String(key[0])}, ${id})`;
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
