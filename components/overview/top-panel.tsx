'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
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
  const { search, setSearch, range } = overview;
  const query = useQuery(topQuery({ by: search.by, period: search.top, date: range.to }));
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
          chosen={search.content}
          onChoose={(content) => void setSearch({ content })}
        />
      )}
    </Panel>
  );
}

type TopListProps = {
  top: Top;
  /** The period has not ended, so its values are no match for the whole one before. */
  running: boolean;
  chosen: number | null;
  onChoose: (contentId: number | null) => void;
};

function TopList({ top, running, chosen, onChoose }: TopListProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const highest = top.items[0]?.value ?? 1;
  return (
    <ol className="-mx-2">
      {top.items.map(({ rank, contentId, title, value, previousValue }) => (
        <li key={contentId}>
          <button
            type="button"
            aria-pressed={chosen === contentId}
            title={t('narrowTo', { title })}
            onClick={() => onChoose(chosen === contentId ? null : contentId)}
            className={cx(
              'relative grid w-full grid-cols-[1.5rem_1fr_auto_6.5rem] items-baseline gap-2 rounded px-2 py-2 text-left hover:bg-sunken',
              chosen === contentId && 'bg-accent-soft',
            )}
          >
            <span className="text-muted">{rank}</span>
            <span className="truncate">{title}</span>
            <span className="text-right font-medium">{format.number(value)}</span>
            <Before value={value} previous={previousValue} running={running} />
            <span
              aria-hidden
              className="absolute bottom-0.5 left-8 h-0.5 rounded bg-clicks/60"
              style={{ width: `calc((100% - 2.5rem) * ${value / highest})` }}
            />
          </button>
        </li>
      ))}
    </ol>
  );
}

function Before({ value, previous, running }: { value: number; previous: number; running: boolean }) {
  const t = useTranslations('overview');
  const format = useFormat();
  const tone = previous === 0 || running ? 'text-muted' : value >= previous ? 'text-good' : 'text-bad';
  const text = running ? t('before', { value: format.number(previous) }) : format.change(value / previous - 1);
  return <span className={cx('text-right text-sm', tone)}>{previous === 0 ? t('new') : text}</span>;
}
