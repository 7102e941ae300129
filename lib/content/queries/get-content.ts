import { and, eq, ne } from 'drizzle-orm';
import { contents } from '@/db/schema/content';
import type { Db } from '@/lib/platform/database';
import { contentErrors } from '../errors';
import type { Content } from '../schema';
import { CONTENT_COLUMNS, contentOf } from './list-contents';

/** Throws content/not-found, also for a post, which is read on the board. */
export async function getContent(db: Db, id: number): Promise<Content> {
  const [row] = await db
    .select(CONTENT_COLUMNS)
    .from(contents)
    .where(and(eq(contents.id, id), ne(contents.kind, 'post')));
  if (!row) throw contentErrors.notFound();
  return contentOf(row);
}
