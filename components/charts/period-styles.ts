import type { Grain } from '@/lib/kernel/day';
import type { DayStyle } from '@/lib/kernel/format';

/** How a period is called by the day on which it begins. */
export const PERIOD_STYLES: Record<Grain, DayStyle> = { day: 'long', week: 'medium', month: 'month' };

/** The same where there is little room: under an axis. */
export const AXIS_STYLES: Record<Grain, DayStyle> = { day: 'short', week: 'short', month: 'month' };
