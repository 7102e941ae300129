'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ErrorState } from '@/components/ui/error-state';
import { FigureCell } from '@/components/ui/figure-row';
import { useFormat } from '@/components/use-format';
import { pointsQuery } from '@/lib/points/client';
import type { Points } from '@/lib/points/schema';

/** What a member has and what is on its way, which arrives before the reader's eyes. */
export function PointsTotals({ memberId }: { memberId: string }) {
  const t = useTranslations('points');
  const format = useFormat();
  const { data, error, refetch } = useQuery(pointsQuery(memberId));
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} stale /> : null}
      <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface">
        <FigureCell name={t('balance')} value={data && format.number(data.balance)} note={t('balanceNote')} />
        <FigureCell
          name={t('pending')}
          value={data && format.number(data.pending)}
          note={data && t(data.pending > 0 ? 'pendingNote' : 'nothingPending')}
        />
      </dl>
      <Arrived points={data} />
    </div>
  );
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
