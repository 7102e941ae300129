'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { GrainSwitch } from '@/components/range/grain-switch';
import { cx } from '@/components/ui/cx';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Top } from '@/lib/dashboard/schema';
import { type TopFiveQuestion, topFiveQuery } from '@/lib/dashboard/streaming-client';
import type { Day } from '@/lib/kernel/day';
import type { Streaming } from './use-streaming';
import { useWatchTime } from './use-watch-time';

type TopFivePanelProps = { by: TopFiveQuestion['by']; streaming: Streaming; today: Day };

/** The five most watched videos of the day, week or month that holds the last day looked at, each beside the one before. */
export function TopFivePanel({ by, streaming, today }: TopFivePanelProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const { search, setSearch, range } = streaming;
  const query = useQuery(topFiveQuery({ by, period: search.top, date: range.to }));
  const shown = query.data;
  return (
    <Panel
      title={`${t('top')} · ${t(by === 'views' ? 'topByViews' : 'topByWatch')}`}
      note={shown ? format.dayRange({ from: shown.from as Day, to: shown.to as Day }) : ' '}
      query={query}
      isEmpty={(top) => top.items.length === 0}
      empty={<EmptyState title={t('topEmpty')} />}
      actions={
        <GrainSwitch
          label={`${t('topPeriod')} (${t(by === 'views' ? 'topByViews' : 'topByWatch')})`}
          value={search.top}
          onChange={(top) => void setSearch({ top })}
        />
      }
    >
      {(top) => <TopFive top={top} by={by} running={top.to >= today} />}
    </Panel>
  );
}

type TopFiveProps = {
  top: Top;
  by: TopFiveQuestion['by'];
  /** The period has not ended, so its values are no match for the whole one before. */
  running: boolean;
};

function TopFive({ top, by, running }: TopFiveProps) {
  const format = useFormat();
  const watchTime = useWatchTime();
  const text = by === 'views' ? format.number : watchTime;
  const highest = top.items[0]?.value ?? 1;
  return (
    <ol className="-mx-2">
      {top.items.map(({ rank, contentId, title, value, previousValue }) => (
        <li key={contentId}>
          <Link
            href={`/streaming/videos/${contentId}`}
            className="relative grid grid-cols-[1.5rem_1fr_auto] items-baseline gap-x-2 rounded px-2 py-2 hover:bg-sunken sm:grid-cols-[1.5rem_1fr_auto_7.5rem]"
          >
            <span className="text-muted">{rank}</span>
            <span className="truncate">{title}</span>
            <span className="text-right font-medium">{text(value)}</span>
            <Before {...{ value, running, text }} previous={previousValue} />
            <span
              aria-hidden
              className={cx('absolute bottom-0.5 left-8 h-0.5 rounded', by === 'views' ? 'bg-views/60' : 'bg-watch/60')}
              style={{ width: `calc((100% - 2.5rem) * ${value / highest})` }}
            />
          </Link>
        </li>
      ))}
    </ol>
  );
}

type BeforeProps = { value: number; previous: number; running: boolean; text: (value: number) => string };

function Before({ value, previous, running, text }: BeforeProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const tone = previous === 0 || running ? 'text-muted' : value >= previous ? 'text-good' : 'text-bad';
  const change = running ? t('before', { value: text(previous) }) : format.change(value / previous - 1);
  return (
    <span className={cx('text-right text-sm whitespace-nowrap max-sm:col-span-3 max-sm:pl-8 max-sm:text-left', tone)}>
      {previous === 0 ? t('new') : change}
    </span>
  );
}
