'use client';

import { useFormat } from '@/components/use-format';
import { calendarOf } from '@/lib/kernel/day';

/** The days of a period, the last one included, and the exact instants on hover. */
export function AdPeriod({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  const format = useFormat();
  const { dayOf } = calendarOf(format.zone);
  // The end is the first moment outside, which for a whole day is already the next one.
  const to = dayOf(new Date(Date.parse(endsAt) - 1));
  return (
    <span title={`${format.dateTime(startsAt)} – ${format.dateTime(endsAt)}`} className="whitespace-nowrap">
      {format.dayRange({ from: dayOf(new Date(startsAt)), to })}
    </span>
  );
}
