'use client';

import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { ErrorState } from '@/components/ui/error-state';
import type { PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import type { JobsSummary } from '@/lib/dashboard/schema';

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
      <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
        <Total name={t('states.waiting')} text={data && format.number(data.waiting)} />
        <Total
          name={t('oldest')}
          text={data && (typeof oldest === 'number' ? format.duration(Math.floor(oldest) * 1000) : '–')}
        />
        <Total name={t('states.running')} text={data && format.number(data.running)} />
        <Total name={t('states.failed')} text={data && format.number(data.failed)} bad={(data?.failed ?? 0) > 0} />
      </dl>
    </div>
  );
}

function Total({ name, text, bad }: { name: string; text: string | undefined; bad?: boolean }) {
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className={cx('text-2xl font-semibold tracking-tight whitespace-nowrap', bad && 'text-bad')}>
        {text ?? <Skeleton className="my-1.5 h-6 w-24" />}
      </dd>
    </div>
  );
}
