'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import { useFormat } from '@/components/use-format';
import type { SettlementDay } from '@/lib/settlement/day-schema';

/** What the days of a month sum to; undefined while they are on their way. */
export function MonthTotals({ days }: { days: SettlementDay[] | undefined }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const sum = (of: (day: SettlementDay) => number) => days?.reduce((total, day) => total + of(day), 0);
  const text = (value: number | undefined, as: 'won' | 'number' = 'won') =>
    value === undefined ? undefined : format[as](value);
  const closed = sum((day) => (day.state === 'closed' ? 1 : 0));
  return (
    <FigureRow>
      <FigureCell
        name={t('total')}
        value={text(sum((day) => day.total))}
        note={closed !== days?.length && t('draft')}
      />
      <FigureCell
        name={t('videoAmount')}
        value={text(sum((day) => day.videoAmount))}
        note={days && t('viewsOf', { count: sum((day) => day.views) ?? 0 })}
      />
      <FigureCell
        name={t('adAmount')}
        value={text(sum((day) => day.adAmount))}
        note={days && t('adViewsOf', { count: sum((day) => day.adViews) ?? 0 })}
      />
      <FigureCell
        name={t('closedDays')}
        value={text(closed, 'number')}
        note={days && t('ofDays', { count: days.length })}
      />
    </FigureRow>
  );
}
