import type { Page } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { listEntries } from '@/lib/points/queries/list-entries';
import type { PointEntry, PointEntryQuery } from '@/lib/points/schema';

/** What moved a member's points, newest first, with the name of the ad as it was when the reward was earned. */
export async function listNamedEntries(memberId: string, query: PointEntryQuery): Promise<Page<PointEntry>> {
  const page = await listEntries(memberId, query);
  const names = await namesOf(memberId, page.items);
  return { ...page, items: page.items.map((entry) => ({ ...entry, subject: names.get(entry.reference) ?? null })) };
}

/** Nobody is paid before they joined, so the newest entry bounds the part of the history that is walked. */
async function namesOf(memberId: string, entries: PointEntry[]): Promise<Map<string, string>> {
  const rewards = entries.flatMap((entry) => {
    const id = /^participation:(\d{1,18})$/.exec(entry.reference)?.[1];
    return id === undefined ? [] : [{ id, at: entry.at }];
  });
  if (rewards.length === 0) return new Map();
  const { rows } = await db().$client.query<{ reference: string; name: string }>({
    name: 'names-of-rewards',
    text: `select 'participation:' || id as reference, ad_name as name from participations
      where member_id = $1 and joined_at <= $2 and id = any($3::bigint[])`,
    values: [memberId, rewards[0]?.at, rewards.map((reward) => reward.id)],
  });
  return new Map(rows.map((row) => [row.reference, row.name]));
}
