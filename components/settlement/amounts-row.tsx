'use client';

import { useTranslations } from 'next-intl';
import { FigureRow } from '@/components/ui/figure-row';
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
  const adjusted = now && now.adjustments !== 0 && t('adjustmentsWithin', { amount: format.won(now.adjustments) });
  const left = now ? now.total - now.closed : 0;
  const finality = now?.total ? (left === 0 ? t('allFinal') : t('stillProvisional', { amount: format.won(left) })) : '';
  const won = (part: 'total' | 'video' | 'ad') => ({
    name: t(part),
    value: now?.[part],
    before: previous?.[part],
    text: format.won,
  });
  return (
    <FigureRow query={query}>
      <Total {...won('total')} note={adjusted || undefined} />
      <Total {...won('video')} note={now && t('viewsCounted', { count: now.views })} />
      <Total {...won('ad')} note={now && t('adViewsCounted', { count: now.adViews })} />
      <Total name={t('final')} value={now?.closed} before={undefined} text={format.won} note={finality} />
    </FigureRow>
  );
}
