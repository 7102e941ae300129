import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { PointEntry, type PointEntryQuery } from '../schema';

/** What moved a member's wallet, newest first; each page is one walk along the primary keys. What it was for is not named. */
export async function listEntries(memberId: string, { limit, cursor }: PointEntryQuery): Promise<Page<PointEntry>> {
  const { rows } = await db().$client.query<Omit<PointEntry, 'at' | 'subject'> & { at: Date }>({
    name: 'list-point-entries',
    text: `select t.id, t.at, e.amount, t.kind, t.reference from point_transfers t
      join point_entries e on e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet'
      where t.member_id = $1 and t.id < $2 order by t.id desc limit $3`,
    values: [memberId, cursor === undefined ? Number.MAX_SAFE_INTEGER : idInCursor(cursor), limit + 1],
  });
  const entries = rows.map((row) => PointEntry.parse({ ...row, at: row.at.toISOString(), subject: null }));
  return pageOf(entries, limit, (entry) => [entry.id]);
}
