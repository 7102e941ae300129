import { METRICS, REASONS_BY_COLUMN } from '@/lib/events/codes';
import type { Figures } from '../schema';

/** One row of counters, by column name. */
export type CounterRow = Record<(typeof METRICS)[number]['column'], number>;

export const COUNTERS = METRICS.map((metric) => metric.column).join(', ');

/** The same counters, counted from rows of the log. */
export { COUNT_EVENTS as LOG_COUNTERS } from '@/lib/events/add-to-summaries';

export function figuresOf(row: CounterRow): Figures {
  const { clicks = 0, likes = 0, unlikes = 0, views = 0, ad_views: adViews = 0 } = row;
  const refused: Record<string, number> = {};
  for (const [column, reason] of REASONS_BY_COLUMN) if (row[column]) refused[reason] = row[column];
  return { clicks, likes, unlikes, views, adViews, refused };
}
