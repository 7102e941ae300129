'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { GrainSwitch } from '@/components/range/grain-switch';
import { RangePicker } from '@/components/range/range-picker';
import { EmptyState } from '@/components/ui/empty-state';
import type { Day } from '@/lib/kernel/day';
import { seriesQuery } from '@/lib/settlement/line-client';
import { AmountsRow } from './amounts-row';
import { AskAgainButton } from './ask-again-button';
import { EarningsTabs } from './earnings-tabs';
import { hasCounts, SeriesPanel } from './series-panel';
import { type Earnings, useEarnings } from './use-earnings';
import { VideosPanel } from './videos-panel';

/** `hasVideos` is false while nothing of this creator's can earn; `creator` is named when somebody else looks. */
type EarningsScreenProps = { today: Day; hasVideos: boolean; creator: string | null };

/** What a creator earned per day, week or month, and by which videos. */
export function EarningsScreen({ today, hasVideos, creator }: EarningsScreenProps) {
  const t = useTranslations('earnings');
  const earnings = useEarnings(today);
  const now = useQuery(seriesQuery(earnings.question));
  const before = useQuery(seriesQuery(earnings.before));
  return (
    <>
      <PageHeader title={creator ? t('titleOf', { name: creator }) : t('title')} action={<AskAgainButton />} />
      <div className="flex flex-col gap-4">
        {!creator && <EarningsTabs />}
        {hasVideos ? (
          <>
            <Toolbar earnings={earnings} today={today} />
            <AmountsRow query={now} previous={before.data?.totals} />
            <SeriesPanel query={now} earnings={earnings} />
            {now.data?.items.some(hasCounts) && <VideosPanel series={now.data} earnings={earnings} />}
          </>
        ) : (
          <EmptyState title={t('noVideos')}>
            <p>{t('noVideosHow')}</p>
          </EmptyState>
        )}
      </div>
    </>
  );
}

function Toolbar({ earnings, today }: { earnings: Earnings; today: Day }) {
  const t = useTranslations('earnings');
  const { search, setSearch } = earnings;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <RangePicker of={{ ...earnings, setSearch: (next) => void setSearch({ ...next, date: null }) }} today={today} />
      <GrainSwitch
        label={t('group')}
        value={search.period}
        onChange={(period) => void setSearch({ period, date: null })}
      />
    </div>
  );
}
