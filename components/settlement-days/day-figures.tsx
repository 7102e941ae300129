'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import { useFormat } from '@/components/use-format';
import type { SettlementDayDetail } from '@/lib/settlement/day-schema';

/** What the day counts and is worth, both parts told apart. */
export function DayFigures({ day }: { day: SettlementDayDetail | undefined }) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const won = (value: number | undefined) => (value === undefined ? undefined : format.won(value));
  return (
    <FigureRow>
      <FigureCell
        name={t('total')}
        value={won(day?.total)}
        note={day && t('linesOf', { count: day.lines, version: day.tariffVersion })}
      />
      <FigureCell
        name={t('videoAmount')}
        value={won(day?.videoAmount)}
        note={day && t('viewsOf', { count: day.views })}
      />
      <FigureCell
        name={t('adAmount')}
        value={won(day?.adAmount)}
        note={day && t('adViewsOf', { count: day.adViews })}
      />
      <FigureCell
        name={t('adjustments')}
        value={won(day?.adjustedAmount)}
        note={day && t('adjustmentIncluded', { count: day.adjustments })}
      />
    </FigureRow>
  );
}
