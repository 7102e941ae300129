'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { TOP_ROW, TopRow } from '@/components/charts/top-row';
import { GrainSwitch } from '@/components/range/grain-switch';
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

type TopFiveProps = { top: Top; by: TopFiveQuestion['by']; running: boolean };

function TopFive({ top, by, running }: TopFiveProps) {
  const format = useFormat();
  const watchTime = useWatchTime();
  const text = by === 'views' ? format.number : watchTime;
  const color = by === 'views' ? 'bg-views/60' : 'bg-watch/60';
  const highest = top.items[0]?.value ?? 1;
  return (
    <ol className="-mx-2">
      {top.items.map((item) => (
        <li key={item.contentId}>
          <Link href={`/streaming/videos/${item.contentId}`} className={TOP_ROW}>
            <TopRow {...{ item, highest, running, text, color }} />
          </Link>
        </li>
      ))}
    </ol>
  );
}
