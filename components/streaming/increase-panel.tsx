'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
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
  const key = metric === 'watchTime' ? 'watchSeconds' : metric;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div tabIndex={0} className="max-h-[28rem] overflow-auto">
      <table className="w-full text-right whitespace-nowrap">
        <thead className="sticky top-0 bg-surface text-sm text-muted">
          <tr>
            <th scope="col" className="py-1.5 pr-4 text-left font-normal">
              {t('period')}
            </th>
            {(['beforeTotal', 'added', 'afterTotal', 'addedBefore'] as const).map((head) => (
              <th key={head} scope="col" className="py-1.5 pl-4 font-normal">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map(({ from, to, final, [key]: { before, after, increase, previousIncrease } }) => (
            <tr key={from} className="border-t">
              <th scope="row" className="py-1.5 pr-4 text-left font-normal">
                {grain === 'day' && format.day(from as Day, 'weekday')}
                {grain === 'week' && format.dayRange({ from: from as Day, to: to as Day }, 'short')}
                {grain === 'month' && format.day(from as Day, 'month')}
                {!final && (
                  <span className="ml-2">
                    <Badge>{t('provisional')}</Badge>
                  </span>
                )}
              </th>
              <td className="py-1.5 pl-4 text-muted">{text(before)}</td>
              <td className={cx('py-1.5 pl-4', increase === 0 ? 'text-muted' : 'font-medium')}>+{text(increase)}</td>
              <td className="py-1.5 pl-4">{text(after)}</td>
              <td className="py-1.5 pl-4 text-muted">+{text(previousIncrease)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
