'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { adQuery, adReportQuery } from '@/lib/ads/client';
import type { Ad } from '@/lib/ads/schema';
import { AboutPanel } from './about-panel';
import { AdActions } from './ad-actions';
import { AdFigures } from './ad-figures';
import { RefusalsPanel } from './refusals-panel';
import { ReportPanel } from './report-panel';
import { StateBadge } from './state-badge';

const REFRESH_MILLISECONDS = 10_000;

/** One ad: how it does, what became of those who tried, and the decisions about it. Figures of a live ad keep up by themselves. */
export function AdScreen({ initial, admin }: { initial: Ad; admin: boolean }) {
  const t = useTranslations('ads');
  const ad = useQuery({
    ...adQuery(initial.id),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.state === 'ended' ? false : REFRESH_MILLISECONDS),
  });
  const report = useQuery({
    ...adReportQuery(initial.id),
    refetchInterval: ad.data.state === 'ended' ? false : REFRESH_MILLISECONDS,
  });
  return (
    <>
      <PageHeader
        title={ad.data.name}
        back={<Link href="/ads">{t('title')}</Link>}
        note={
          <span className="mt-1 flex flex-wrap items-center gap-2">
            <StateBadge state={ad.data.state} /> #{ad.data.id}
            {admin && <span>{ad.data.ownerName ?? t('house')}</span>}
          </span>
        }
        action={<AdActions ad={ad.data} report={report.data} />}
      />
      <div className="flex flex-col gap-4">
        <AdFigures ad={ad.data} query={report} />
        <ReportPanel id={ad.data.id} query={report} />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <RefusalsPanel query={report} />
          <AboutPanel ad={ad.data} />
        </div>
      </div>
    </>
  );
}
