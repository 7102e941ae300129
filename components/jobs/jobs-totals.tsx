'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/ui/error-state';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import type { PanelQuery } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { JobsSummary } from '@/lib/status/job-schema';

/** How many jobs wait, run and failed for good, and for how long the oldest has waited. */
export function JobsTotals({ query }: { query: PanelQuery<JobsSummary> }) {
  const t = useTranslations('jobs');
  const format = useFormat();
  const { data, error } = query;
  const retry = () => void query.refetch();
  if (!data && error) return <ErrorState error={error} onRetry={retry} busy={query.isFetching} />;
  const oldest = data?.oldestWaitingSeconds;
  return (
    <div>
      {error ? <ErrorState error={error} onRetry={retry} busy={query.isFetching} stale /> : null}
      <FigureRow>
        <FigureCell name={t('states.waiting')} value={data && format.number(data.waiting)} />
        <FigureCell
          name={t('oldest')}
          value={data && (typeof oldest === 'number' ? format.duration(Math.floor(oldest) * 1000) : '–')}
        />
        <FigureCell name={t('states.running')} value={data && format.number(data.running)} />
        <FigureCell
          name={t('states.failed')}
          value={data && format.number(data.failed)}
          bad={(data?.failed ?? 0) > 0}
        />
      </FigureRow>
    </div>
  );
}
