'use client';

import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { useShortcut } from '@/components/frame/shortcuts';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorState } from '@/components/ui/error-state';
import { joinableQuery } from '@/lib/ads/client';
import type { JoinableAd } from '@/lib/ads/schema';
import { AdCard } from './ad-card';
import { AdCardsSkeleton } from './ad-cards-skeleton';
import { type Kept, keepPlaces } from './keep-places';
import { PointsTotals } from './points-totals';

/** The ads a member can join now, and what joining has earned. */
export function JoinScreen({ memberId }: { memberId: string }) {
  const t = useTranslations('join');
  const query = useQuery({ ...joinableQuery(), refetchOnWindowFocus: true });
  const [looks, setLooks] = useState(0);
  const again = async () => {
    if (query.isFetching) return;
    await query.refetch();
    setLooks((before) => before + 1);
  };
  useShortcut('R', t('again'), () => void again());
  const { data, error } = query;
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        action={
          <Button icon={RefreshCw} busy={query.isFetching} onClick={() => void again()} aria-keyshortcuts="r">
            {t('again')}
          </Button>
        }
      />
      <div className="flex flex-col gap-4">
        <PointsTotals memberId={memberId} />
        {error && (
          <div className={data ? undefined : 'rounded border bg-surface'}>
            <ErrorState error={error} onRetry={() => void again()} busy={query.isFetching} stale={data !== undefined} />
          </div>
        )}
        {data ? <Ads key={looks} items={data.items} memberId={memberId} /> : !error && <AdCardsSkeleton />}
      </div>
    </>
  );
}

/** Whatever was pressed since the last look keeps its place, so that nothing moves under the finger. */
function Ads({ items, memberId }: { items: JoinableAd[]; memberId: string }) {
  const t = useTranslations('join');
  const [kept, setKept] = useState<Kept<JoinableAd>[]>([]);
  const shown = keepPlaces(items, kept);
  const keep = (item: JoinableAd, place: number) =>
    setKept((before) => (before.some((other) => other.item.id === item.id) ? before : [...before, { item, place }]));
  if (shown.length === 0) {
    return (
      <div className="rounded border bg-surface">
        <EmptyState title={t('emptyTitle')}>{t('emptyHow')}</EmptyState>
      </div>
    );
  }
  return (
    <ul aria-label={t('title')} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {shown.map((ad, place) => (
        <li key={ad.id} className="grid min-w-0">
          <AdCard ad={ad} memberId={memberId} onPress={() => keep(ad, place)} />
        </li>
      ))}
    </ul>
  );
}
