import { and, eq, isNull, lte } from 'drizzle-orm';
import { notices } from '@/db/schema/notices';
import { db } from '@/lib/platform/database';

type Seen = { memberId: string; upTo: number; now: Date };

/** Marks a member's notices up to an id as read; what came later stays unread. */
export async function readNotices({ memberId, upTo, now }: Seen): Promise<{ read: number }> {
  const { rowCount } = await db()
    .update(notices)
    .set({ readAt: now })
    .where(and(eq(notices.memberId, memberId), isNull(notices.readAt), lte(notices.id, upTo)));
  return { read: rowCount ?? 0 };
}
