import { db } from '@/lib/platform/database';
import { settleLines } from '../settle-lines';

/** Settles a day and prices what is counted on it, as a run does; how many lines changed. */
export async function settle(day: string): Promise<number> {
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`insert into days (day, state) values ($1, 'settled') on conflict (day) do nothing`, [day]);
  const changed = await settleLines(client, day as Parameters<typeof settleLines>[1]);
  await client.query('commit');
  client.release();
  return changed;
}

/** Says what a content counted on a day; said again, it is that. Ad views that are left out stay as they are. */
export async function countOn(day: string, contentId: number, views: number, adViews?: number): Promise<void> {
  await db().$client.query(
    `insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, $2, $3, coalesce($4, 0))
     on conflict (grain, start_on, content_id) do update set views = $3, ad_views = coalesce($4, summaries.ad_views)`,
    [day, contentId, views, adViews ?? null],
  );
}
