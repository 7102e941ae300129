import type { Actor } from '@/lib/accounts/actor';
import { readDb } from '@/lib/platform/database';
import { creatorInSight } from './creator-in-sight';
import { settlementErrors } from './errors';

/** `creatorId` is whose lines of it may be seen; null is everybody's. */
export type VideoInSight = { contentId: number; title: string; creatorId: number | null };

const VIDEO = `select title from contents c where id = $1 and kind = 'video' and ($2::bigint is null or creator_id = $2
  or exists (select from content_owners o where o.content_id = c.id and o.creator_id = $2))`;

/**
 * The video whose settlement is asked for: any for programs and admins, for a creator one that is or was theirs.
 * Errors: settlement/video-not-found.
 */
export async function getVideoInSight(actor: Actor, contentId: number): Promise<VideoInSight> {
  const creatorId = creatorInSight(actor, undefined);
  const { rows } = await readDb().$client.query<{ title: string }>(VIDEO, [contentId, creatorId]);
  if (!rows[0]) throw settlementErrors.videoNotFound();
  return { contentId, title: rows[0].title, creatorId };
}
