'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { Suspect } from '@/lib/abuse/schema';
import type { Reason } from '@/lib/events/codes';

const HARMLESS = ['already-liked', 'not-liked', 'superseded'];

/** Why events were refused, the most frequent reason first. */
export function ReasonList({ reasons }: { reasons: Suspect['reasons'] }) {
  const t = useTranslations('reasons');
  const format = useFormat();
  const sorted = (Object.entries(reasons) as [Reason, number][])
    .filter(([reason]) => !HARMLESS.includes(reason))
    .sort(([, a], [, b]) => b - a);
  if (sorted.length === 0) return null;
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-muted">
      {sorted.map(([reason, n]) => (
        <span key={reason} className="whitespace-nowrap">
          {t(`${reason}.name`)} <span className="tabular-nums text-ink">{format.number(n)}</span>
        </span>
      ))}
    </span>
  );
}
