import type { Actor } from '@/lib/accounts/actor';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { contentErrors } from './errors';

const OWNER = `select creator_id as "creatorId" from content_owners where content_id = $1 and from_on <= $2
  order by from_on desc limit 1`;

/**
 * Lets programs and admins look at any content; everybody else at one that is theirs as of that day.
 * Errors: content/not-found.
 */
export async function requireOwned(actor: Actor, contentId: number, day: Day): Promise<void> {
  if (actor.kind !== 'user' || actor.roles.includes('admin')) return;
  const { rows } = await db().$client.query<{ creatorId: number | null }>(OWNER, [contentId, day]);
  if (rows[0]?.creatorId !== actor.id) throw contentErrors.notFound();
}
