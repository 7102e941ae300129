'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '@/components/ui/error-state';
import type { PanelQuery } from '@/components/ui/panel';
import { Total } from '@/components/ui/total';
import { useFormat } from '@/components/use-format';
import type { Series, SeriesAmounts } from '@/lib/settlement/line-schema';

type AmountsRowProps = { query: PanelQuery<Series>; previous: SeriesAmounts | undefined };

/** What the range earned against the range before: all of it, its two parts, and how much of it is final. */
export function AmountsRow({ query, previous }: AmountsRowProps) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const now = query.data?.totals;
  if (!now && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const adjusted = now && now.adjustments !== 0 && t('adjustmentsWithin', { amount: format.won(now.adjustments) });
  const left = now ? now.total - now.closed : 0;
  const finality = now?.total ? (left === 0 ? t('allFinal') : t('stillProvisional', { amount: format.won(left) })) : '';
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
      <Total name={t('total')} value={now?.total} before={previous?.total} as="won" note={adjusted || undefined} />
      <Total
        name={t('video')}
        value={now?.video}
        before={previous?.video}
        as="won"
        note={now && t('viewsCounted', { count: now.views })}
      />
      <Total
        name={t('ad')}
        value={now?.ad}
        before={previous?.ad}
        as="won"
        note={now && t('adViewsCounted', { count: now.adViews })}
      />
      <Total name={t('final')} value={now?.closed} before={undefined} as="won" note={finality} />
    </dl>
  );
}
