'use client';

import { useOrigin } from '@/components/operations/use-origin';
import { CodeLine } from '@/components/ui/code-line';
import { useFormat } from '@/components/use-format';
import { addDays, calendarOf } from '@/lib/kernel/day';

/** A line that registers an ad of a week on this very server. */
export function CurlLine() {
  const origin = useOrigin();
  const { zone } = useFormat();
  if (!origin) return null;
  const today = calendarOf(zone).dayOf(new Date());
  const ad = {
    name: 'First ad',
    text: 'Join and earn 100 points.',
    rewardPoints: 100,
    places: 1000,
    startsAt: today,
    endsAt: addDays(today, 6),
  };
  return (
    <CodeLine
      code={`curl ${origin}/api/v1/ads -H 'Authorization: Bearer YOUR_KEY' -H 'content-type: application/json' -d '${JSON.stringify(ad)}'`}
    />
  );
}
