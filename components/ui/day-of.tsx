'use client';

import { useFormat } from '@/components/use-format';
import { calendarOf } from '@/lib/kernel/day';

/** The business day of an instant; the instant itself on hover. */
export function DayOf({ at, never = '–' }: { at: string | null; never?: string }) {
  const format = useFormat();
  if (at === null) return <span className="text-muted">{never}</span>;
  return (
    <time dateTime={at} title={format.dateTime(at)} className="whitespace-nowrap">
      {format.day(calendarOf(format.zone).dayOf(new Date(at)))}
    </time>
  );
}
