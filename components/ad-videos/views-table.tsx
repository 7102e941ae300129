'use client';

import { useTranslations } from 'next-intl';
import { TwinTable } from '@/components/charts/twin-table';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AdVideoReport } from '@/lib/streaming/ad-video-schema';

/** The table twin of the chart. */
export function ViewsTable({ days }: { days: AdVideoReport['days'] }) {
  const t = useTranslations('streaming');
  const format = useFormat();
  return (
    <TwinTable
      label={t('ads.report')}
      head={t('ads.day')}
      columns={[{ head: t('adViews'), of: ({ views }) => views, text: format.number }]}
      rows={days}
      keyOf={({ day }) => day}
      nameOf={({ day }) => format.day(day as Day, 'weekday')}
      isFinal={({ final }) => final}
    />
  );
}
