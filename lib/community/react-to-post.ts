import { sql } from 'drizzle-orm';
import type { EventType } from '@/lib/events/codes';
import { recordEvents } from '@/lib/events/record-events';
import { db } from '@/lib/platform/database';
import { communityErrors } from './errors';
import type { Reacted } from './schema';

type React = {
  postId: number;
  type: Extract<EventType, 'view' | 'like' | 'unlike'>;
  eventId: string;
  memberId: string;
  now: Date;
};

/**
 * Counts that a member read a post, likes it or no longer does, as an event of its content under the rules of events;
 * an author's own reading does not count. Error: community/post-not-found.
 */
export async function reactToPost({ postId, type, eventId, memberId, now }: React): Promise<Reacted> {
  const { rows } = await db().execute<{ authorId: string }>(sql`
    select author_id as "authorId" from posts where id = ${postId} and hidden_at is null and deleted_at is null`);
  const [post] = rows;
  if (!post) throw communityErrors.postNotFound();
  if (type === 'view' && post.authorId === memberId) return { counted: false, reason: 'own-content' };
  const event = { id: eventId, type, contentId: postId, viewerId: memberId, at: now.toISOString() };
  const source = { keyId: null, trusted: true, memberId, address: '', userAgent: null };
  const { counted, items } = await recordEvents([event], source, now);
  return { counted: counted === 1, reason: items[0]?.reason ?? items[0]?.outcome ?? null };
}
