import { sql } from 'drizzle-orm';
import type { Database } from '../connection';
import { settlementLines } from '../schema/settlement';

export type LinePlan = {
  contentId: number;
  creatorId: number | null;
  /** The day that the line stands in; it must not be closed yet. */
  day: string;
  /** The closed day that it corrects; its own day when left out. */
  forDay?: string;
  views?: number;
  adViews?: number;
};

/** Settlement lines at the first prices (1 won a view, 10 won an ad view), from whatever ordinal: for what only adds them up. */
export async function makeLines(db: Pick<Database, 'execute'>, plans: readonly LinePlan[]): Promise<void> {
  const rows = plans.map(({ contentId, creatorId, day, forDay = day, views = 0, adViews = 0 }) => ({
    contentId,
    creatorId,
    day,
    forDay,
    views,
    adViews,
  }));
  await db.execute(sql`insert into ${settlementLines} (content_id, creator_id, views_before, views_after, ad_views_before,
      ad_views_after, video_tenths, ad_tenths, video_won, ad_won, tariff_version, day, for_day)
    select "contentId", "creatorId", greatest(-views, 0), greatest(-views, 0) + views, greatest(-"adViews", 0),
      greatest(-"adViews", 0) + "adViews", views * 10, "adViews" * 100, views, "adViews" * 10, 1, day, "forDay"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as plan ("contentId" bigint, "creatorId" bigint, day date,
      "forDay" date, views bigint, "adViews" bigint)`);
}
