'use client';

import { useTranslations } from 'next-intl';
import { TooltipCard } from '@/components/charts/tooltip-card';
import { useFormat } from '@/components/use-format';
import type { Grain } from '@/lib/kernel/day';
import type { SeriesItem } from '@/lib/settlement/line-schema';
import { usePeriodName } from './use-period-name';

/** All amounts of the period under the pointer. */
export function SeriesTooltip({ item, period }: { item: SeriesItem; period: Grain }) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const nameOf = usePeriodName();
  const rows = (['video', 'ad', 'total'] as const).map((id) => ({ name: t(id), value: format.won(item[id]) }));
  if (item.adjustments !== 0) rows.push({ name: t('ofItAdjustments'), value: format.won(item.adjustments) });
  return <TooltipCard title={nameOf(period, item)} final={item.final} rows={rows} hint={t('pressToOpen')} />;
}
