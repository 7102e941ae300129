'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { TOP_ROW, TopRow } from '@/components/charts/top-row';
import { GrainSwitch } from '@/components/range/grain-switch';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Select } from '@/components/ui/select';
import { SkeletonLines } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import { topQuery } from '@/lib/dashboard/client';
import type { Top } from '@/lib/dashboard/schema';
import type { Day } from '@/lib/kernel/day';
import type { Overview } from './use-overview';

/** The five contents with most clicks, likes or views in the day, week or month in which the range ends. */
export function TopPanel({ overview, today }: { overview: Overview; today: Day }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const { search, setSearch } = overview;
  const query = useQuery(topQuery(overview.top));
  const metrics = (['clicks', 'likes', 'views'] as const).map((value) => ({ value, label: t(`topBy.${value}`) }));
  const span = query.data && { from: query.data.from as Day, to: query.data.to as Day };
  return (
    <Panel
      title={t('top')}
      note={span ? format.dayRange(span) : '\u00a0'}
      query={query}
      skeleton={<SkeletonLines lines={5} />}
      isEmpty={(top) => top.items.length === 0}
      empty={<EmptyState title={t('topEmpty')} />}
      actions={
        <div className="flex flex-wrap items-center gap-2">
          <Select<typeof search.by>
            aria-label={t('topMetric')}
            options={metrics}
            value={search.by}
            onChange={(by) => void setSearch({ by })}
          />
          <GrainSwitch label={t('topPeriod')} value={search.top} onChange={(top) => void setSearch({ top })} />
        </div>
      }
    >
      {(top) => (
        <TopList
          top={top}
          running={top.to >= today}
          color={COLORS[search.by]}
          chosen={search.content}
          onChoose={(content) => void setSearch({ content })}
        />
      )}
    </Panel>
  );
}

type TopListProps = {
  top: Top;
  running: boolean;
  color: string;
  chosen: number | null;
  onChoose: (contentId: number | null) => void;
};

function TopList({ top, running, color, chosen, onChoose }: TopListProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const highest = top.items[0]?.value ?? 1;
  return (
    <ol className="-mx-2">
      {top.items.map((item) => (
        <li key={item.contentId}>
          <button
            type="button"
            aria-pressed={chosen === item.contentId}
            title={t('narrowTo', { title: item.title })}
            onClick={() => onChoose(chosen === item.contentId ? null : item.contentId)}
            className={cx(TOP_ROW, chosen === item.contentId && 'bg-accent-soft')}
          >
            <TopRow item={item} highest={highest} running={running} text={format.number} color={color} />
          </button>
        </li>
      ))}
    </ol>
  );
}

const COLORS = { clicks: 'bg-clicks/60', likes: 'bg-likes/60', views: 'bg-views/60' };
