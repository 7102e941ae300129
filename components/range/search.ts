import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { addDays, type Day, type DayRange, daysUntil, parseDay, periodOf } from '@/lib/kernel/day';

export const PRESETS = ['7d', '30d', '90d', '12m', 'this-month', 'last-month', 'custom'] as const;
export type Preset = (typeof PRESETS)[number];

export const GRAINS = ['day', 'week', 'month'] as const;

/** Which days a page looks at, in its URL. */
export const rangeSearch = {
  range: parseAsStringLiteral(PRESETS).withDefault('30d'),
  from: parseAsString,
  to: parseAsString,
};

export const grainParser = parseAsStringLiteral(GRAINS);

const LONGEST_DAYS = 1830;

/** The days that a preset means today; a custom range that cannot be is the last 30 days. */
export function rangeOf(search: { range: Preset; from: string | null; to: string | null }, today: Day): DayRange {
  const last = (days: number) => ({ from: addDays(today, 1 - days), to: today });
  switch (search.range) {
    case '7d':
      return last(7);
    case '90d':
      return last(90);
    case '12m':
      return last(365);
    case 'this-month':
      return { from: periodOf('month', today).from, to: today };
    case 'last-month':
      return periodOf('month', addDays(periodOf('month', today).from, -1));
    case 'custom':
      return customRange(parseDay(search.from ?? ''), parseDay(search.to ?? '')) ?? last(30);
    default:
      return last(30);
  }
}

export function customRange(from: Day | null, to: Day | null): DayRange | null {
  if (!from || !to || from > to || daysUntil(from, to) >= LONGEST_DAYS) return null;
  return { from, to };
}
