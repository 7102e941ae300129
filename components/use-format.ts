'use client';

import { useLocale, useTimeZone } from 'next-intl';
import type { Day } from '@/lib/kernel/day';
import {
  type DayStyle,
  formatCompactNumber,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDuration,
  formatNumber,
  formatPercent,
  formatSigned,
  formatTenths,
  formatTime,
  formatWon,
  formatZone,
} from '@/lib/kernel/format';

/** The formats of `lib/kernel/format`, bound to the reader's language and the business time zone. */
export function useFormat() {
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  return {
    locale,
    zone,
    number: (value: number | bigint) => formatNumber(value, locale),
    signed: (value: number | bigint) => formatSigned(value, locale),
    compact: (value: number | bigint) => formatCompactNumber(value, locale),
    percent: (ratio: number) => formatPercent(ratio, locale),
    change: (ratio: number) => formatPercent(ratio, locale, { sign: true }),
    won: (won: number | bigint) => formatWon(won, locale),
    tenths: (tenths: number | bigint) => formatTenths(tenths, locale),
    duration: (milliseconds: number) => formatDuration(milliseconds, locale),
    day: (day: Day, style?: DayStyle) => formatDay(day, locale, style),
    dayRange: (range: { from: Day; to: Day }, style?: DayStyle) => formatDayRange(range, locale, style),
    time: (at: Date | string) => formatTime(at, locale, zone),
    dateTime: (at: Date | string) => formatDateTime(at, locale, zone),
    zoneName: (at: Date) => formatZone(zone, at, locale),
  };
}
