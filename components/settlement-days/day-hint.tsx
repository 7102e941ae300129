'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import { parseDay } from '@/lib/kernel/day';
import type { SettlementDayDetail } from '@/lib/settlement/day-schema';

/** What stands between this day and its close, or what its state means; one sentence. */
export function DayHint({ day }: { day: SettlementDayDetail }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const earlier = day.earlierOpenDay === null ? null : parseDay(day.earlierOpenDay);
  if (!day.ended) return t('hints.today');
  if (day.state === 'closed') return t(day.owed ? 'hints.owed' : 'hints.closed');
  if (day.state === 'open') return t('hints.open');
  if (day.dirty) return t('hints.dirty');
  if (!earlier) return t('hints.settled');
  return t.rich('hints.earlier', {
    day: format.day(earlier),
    link: (text) => (
      <Link href={`/settlement/days/${earlier}` as Route} className="underline">
        {text}
      </Link>
    ),
  });
}
