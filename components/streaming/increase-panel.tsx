'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PERIOD_STYLES } from '@/components/charts/period-styles';
import { TwinTable } from '@/components/charts/twin-table';
import { Panel } from '@/components/ui/panel';
import { Segmented } from '@/components/ui/segmented';
import { useFormat } from '@/components/use-format';
import { increaseQuery } from '@/lib/dashboard/streaming-client';
import type { IncreaseList } from '@/lib/dashboard/streaming-schema';
import type { Day, Grain } from '@/lib/kernel/day';
import type { Streaming } from './use-streaming';
import { useWatchTime } from './use-watch-time';

const METRICS = ['views', 'adViews', 'watchTime'] as const;
type Metric = (typeof METRICS)[number];

/** What each day, week or month added: before, after, the difference, and that of the period before. */
export function IncreasePanel({ contentId, streaming }: { contentId: number; streaming: Streaming }) {
  const t = useTranslations('streaming');
  const [metric, setMetric] = useState<Metric>('views');
  const { group: period } = streaming.search;
  const query = useQuery(increaseQuery({ ...streaming.range, period, contentId }));
  return (
    <Panel
      title={t('increase')}
      note={t('increaseNote')}
      query={query}
      actions={
        <Segmented<Metric>
          label={t('increaseOf')}
          options={METRICS.map((value) => ({ value, label: t(value) }))}
          value={metric}
          onChange={setMetric}
        />
      }
    >
      {({ items }) => <IncreaseTable items={items} metric={metric} grain={period} />}
    </Panel>
  );
}

type IncreaseTableProps = { items: IncreaseList['items']; metric: Metric; grain: Grain };

function IncreaseTable({ items, metric, grain }: IncreaseTableProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const watchTime = useWatchTime();
  const text = metric === 'watchTime' ? watchTime : format.number;
  const added = (value: number) => `+${text(value)}`;
  const key = metric === 'watchTime' ? 'watchSeconds' : metric;
  return (
    <TwinTable
      label={t('increase')}
      head={t('period')}
      columns={[
        { head: t('beforeTotal'), of: (item) => item[key].before, text, tone: 'muted' },
        { head: t('added'), of: (item) => item[key].increase, text: added, tone: 'bold' },
        { head: t('afterTotal'), of: (item) => item[key].after, text },
        { head: t('addedBefore'), of: (item) => item[key].previousIncrease, text: added, tone: 'muted' },
      ]}
      rows={items}
      keyOf={({ from }) => from}
      nameOf={({ from, to }) =>
        grain === 'week'
          ? format.dayRange({ from: from as Day, to: to as Day }, 'short')
          : format.day(from as Day, PERIOD_STYLES[grain])
      }
      isFinal={({ final }) => final}
    />
  );
}
