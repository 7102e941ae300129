import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { Notice, type NoticeList, type NoticeQuery } from '../schema';

type Row = Omit<Notice, 'at' | 'read'> & { at: Date; readAt: Date | null };

const MOST_UNREAD = 100;

/** A member's notices, newest first, and how many are unread. */
export async function listNotices(memberId: string, { limit, cursor }: NoticeQuery): Promise<NoticeList> {
  const [{ rows }, unread] = await Promise.all([
    db().$client.query<Row>({
      name: 'list-notices',
      text: `select id, kind, at, read_at as "readAt", data from notices
        where member_id = $1 and id < $2 order by id desc limit $3`,
      values: [memberId, cursor === undefined ? Number.MAX_SAFE_INTEGER : idInCursor(cursor), limit + 1],
    }),
    countUnread(memberId),
  ]);
  const items = rows.map(({ at, readAt, ...row }) =>
    Notice.parse({ ...row, at: at.toISOString(), read: readAt !== null }),
  );
  return { ...pageOf(items, limit, (notice) => [notice.id]), unread };
}

async function countUnread(memberId: string): Promise<number> {
  const { rows } = await db().$client.query<{ n: number }>({
    name: 'count-unread-notices',
    text: `select count(*)::int as n from (
      select from notices where member_id = $1 and read_at is null limit ${MOST_UNREAD}) as unread`,
    values: [memberId],
  });
  return rows[0]?.n ?? 0;
}
