import { eq } from 'drizzle-orm';
import { contents } from '@/db/schema/content';
import type { Db } from '@/lib/platform/database';
import { contentErrors } from '../errors';
import type { Content } from '../schema';
import { CONTENT_COLUMNS, contentOf } from './list-contents';

/** Throws content/not-found. */
export async function getContent(db: Db, id: number): Promise<Content> {
  const [row] = await db.select(CONTENT_COLUMNS).from(contents).where(eq(contents.id, id));
  if (!row) throw contentErrors.notFound();
  return contentOf(row);
}
