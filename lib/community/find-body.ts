import { sql } from 'drizzle-orm';
import type { Db } from '@/lib/platform/database';
import { redis } from '@/lib/platform/redis/client';

const KEPT_SECONDS = 86_400;

const nameOf = (postId: number) => `post body ${postId}`;

type Kept = { version: number; body: string };

/**
 * The body of an admin's post, which many read and few change. The kept copy says which version it is, and the caller
 * knows from the database which one is wanted: an older copy is never shown, whenever it was dropped. Not to be asked in
 * a transaction that changed it: what is undone would be kept.
 */
export async function findBody(db: Db, { postId, version }: { postId: number; version: number }): Promise<string> {
  const kept = await redis()
    .get<Kept>(nameOf(postId))
    .catch(() => null);
  if (kept?.version === version) return kept.body;
  const { rows } = await db.execute<Kept>(sql`select version, body from post_bodies where post_id = ${postId}`);
  const [read] = rows;
  if (!read) return '';
  await keep(postId, read);
  return read.body;
}

/** Drops the kept copy of a post that was changed. */
export async function forgetBody(postId: number): Promise<void> {
  await redis()
    .del(nameOf(postId))
    .catch(() => 0);
}

async function keep(postId: number, read: Kept): Promise<void> {
  await redis()
    .set(nameOf(postId), read, { ex: KEPT_SECONDS })
    .catch(() => null);
}
