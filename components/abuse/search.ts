import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { addDays, type Day } from '@/lib/kernel/day';

const SPANS = ['day', 'week', 'month'] as const;
const DAYS = { day: 1, week: 7, month: 31 };

/** How far back, what makes a viewer suspect, and who is open beside the list. */
export const abuseSearch = {
  span: parseAsStringLiteral(SPANS).withDefault('week'),
  by: parseAsStringLiteral(['refusals', 'rate'] as const).withDefault('refusals'),
  viewer: parseAsString,
};

export type AbuseSearch = { span: (typeof SPANS)[number]; by: 'refusals' | 'rate'; viewer: string | null };

export const loadAbuseSearch = createLoader(abuseSearch);

/** The days of a span that ends today. */
export function periodOf(span: AbuseSearch['span'], today: Day): { from: Day; to: Day } {
  return { from: addDays(today, 1 - DAYS[span]), to: today };
}
