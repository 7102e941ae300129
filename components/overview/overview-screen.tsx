'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { statsQuery } from '@/lib/dashboard/client';
import type { Day } from '@/lib/kernel/day';
import { FiguresPanel } from './figures-panel';
import { OverviewToolbar } from './overview-toolbar';
import { RefreshButton } from './refresh-button';
import { RefusedPanel } from './refused-panel';
import { TopPanel } from './top-panel';
import { TotalsRow } from './totals-row';
import { useOverview } from './use-overview';
import { Watermark } from './watermark';

/** The page an admin opens every morning: what was counted, how it changed, what was refused and why. */
export function OverviewScreen({ today }: { today: Day }) {
  const t = useTranslations('overview');
  const overview = useOverview(today);
  const auto = overview.search.auto;
  const now = useQuery({ ...statsQuery(overview.question), refetchInterval: auto ? 30_000 : false });
  const before = useQuery({ ...statsQuery(overview.before), enabled: overview.search.compare });
  const previous = overview.search.compare ? before.data : undefined;
  return (
    <>
      <PageHeader title={t('title')} action={<RefreshButton auto={auto} />} />
      <div className="flex flex-col gap-4">
        <OverviewToolbar overview={overview} today={today} />
        <Watermark stats={now.data} />
        <TotalsRow query={now} previous={previous} />
        {/* Each comes alive on its own, so that none keeps the page from answering. */}
        <Suspense>
          <FiguresPanel query={now} previous={previous} overview={overview} />
        </Suspense>
        <div className="grid gap-4 lg:grid-cols-2">
          <Suspense>
            <TopPanel overview={overview} today={today} />
          </Suspense>
          <Suspense>
            <RefusedPanel query={now} overview={overview} />
          </Suspense>
        </div>
      </div>
    </>
  );
}
