'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { cx } from '@/components/ui/cx';
import { ErrorState } from '@/components/ui/error-state';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import { pointsQuery } from '@/lib/points/client';
import type { Points } from '@/lib/points/schema';

/** What a member has and what is on its way, which arrives before the reader's eyes. */
export function PointsTotals({ memberId }: { memberId: string }) {
  const t = useTranslations('points');
  const { data, error, refetch } = useQuery(pointsQuery(memberId));
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} stale /> : null}
      <dl className="grid grid-cols-2 rounded border bg-surface">
        <Total name={t('balance')} value={data?.balance} note={t('balanceNote')} />
        <Total
          name={t('pending')}
          value={data?.pending}
          note={data && t(data.pending > 0 ? 'pendingNote' : 'nothingPending')}
        />
      </dl>
      <Arrived points={data} />
    </div>
  );
}

type TotalProps = { name: string; value: number | undefined; note: string | undefined };

function Total({ name, value, note }: TotalProps) {
  const format = useFormat();
  const changed = useChange(value);
  return (
    <div className="min-w-0 px-4 py-3 not-first:border-l">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        {value === undefined ? (
          <Skeleton className="my-1.5 h-6 w-24" />
        ) : (
          <span key={value} className={cx('rounded text-2xl font-semibold tracking-tight', changed && 'animate-tint')}>
            {format.number(value)}
          </span>
        )}
        <p className="min-h-4 text-xs text-muted">{note}</p>
      </dd>
    </div>
  );
}

/** Whether this is another value than the first one shown. */
function useChange(value: number | undefined): boolean {
  const [first, setFirst] = useState(value);
  if (first === undefined && value !== undefined) setFirst(value);
  return first !== undefined && value !== first;
}

/** Tells who cannot see it that what was pending is there. */
function Arrived({ points }: { points: Points | undefined }) {
  const t = useTranslations('points');
  const [seen, setSeen] = useState(points);
  const [arrived, setArrived] = useState(false);
  if (points && points !== seen) {
    setSeen(points);
    setArrived(points.pending === 0 && (seen?.pending ?? 0) > 0);
  }
  return (
    <p role="status" className="sr-only">
      {arrived && points && t('arrived', { balance: points.balance })}
    </p>
  );
}
