import { sql } from 'drizzle-orm';
import type { Day } from '@/lib/kernel/day';
import type { Db } from '@/lib/platform/database';

/** Before any day that could be settled: whoever a content is created for has owned it all along. */
const FROM_THE_BEGINNING = '2000-01-01';

/**
 * Writes down who owns these contents from a business day on, in the transaction that gave them their owner: what a
 * video earned before stays with whom it was (settlement rule 6).
 */
export async function keepOwners(tx: Db, contentIds: number[], from: Day | 'the beginning'): Promise<void> {
  if (contentIds.length === 0) return;
  await tx.execute(sql`
    insert into content_owners as o (content_id, from_on, creator_id)
    select c.id, ${from === 'the beginning' ? FROM_THE_BEGINNING : from}::date, c.creator_id from contents c
    left join lateral (
      select creator_id from content_owners where content_id = c.id order by from_on desc limit 1
    ) last on true
    where c.id = any(${sql.param(contentIds)}::bigint[]) and c.creator_id is distinct from last.creator_id
    on conflict (content_id, from_on) do update set creator_id = excluded.creator_id`);
}
