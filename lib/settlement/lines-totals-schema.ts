import { z } from 'zod';

const whole = z.number().int();

/**
 * What the lines of a day sum to, amounts in whole won. Views are the day's own; adjustments of closed days are in the
 * amounts and told apart besides.
 */
export const LinesTotals = z.object({
  lines: whole,
  views: whole,
  adViews: whole,
  videoAmount: whole,
  adAmount: whole,
  adjustments: whole,
  adjustedAmount: whole,
});
export type LinesTotals = z.infer<typeof LinesTotals>;

/** The same as an SQL expression over all lines of a day. */
export const LINES_TOTALS = `jsonb_build_object('lines', count(*),
  'views', coalesce(sum(views_after - views_before) filter (where for_day = day), 0),
  'adViews', coalesce(sum(ad_views_after - ad_views_before) filter (where for_day = day), 0),
  'videoAmount', coalesce(sum(video_won), 0), 'adAmount', coalesce(sum(ad_won), 0),
  'adjustments', count(*) filter (where for_day < day),
  'adjustedAmount', coalesce(sum(video_won + ad_won) filter (where for_day < day), 0))`;
