'use client';

import { useTranslations } from 'next-intl';
import { FigureRow } from '@/components/ui/figure-row';
import type { PanelQuery } from '@/components/ui/panel';
import { Total } from '@/components/ui/total';
import { useFormat } from '@/components/use-format';
import type { Figures, Stats } from '@/lib/dashboard/schema';
import { refusedOf, shareRefused } from './figures';

type TotalsRowProps = { query: PanelQuery<Stats>; previous: Stats | undefined };

/** The totals of the range, each with its change against the range before. */
export function TotalsRow({ query, previous }: TotalsRowProps) {
  const t = useTranslations('overview');
  const format = useFormat();
  const now = query.data?.totals;
  const then = previous?.totals;
  const net = (figures: Figures | undefined) => figures && figures.likes - figures.unlikes;
  return (
    <FigureRow query={query}>
      <Total name={t('clicks')} value={now?.clicks} before={then?.clicks} />
      <Total
        name={t('likesNet')}
        value={net(now)}
        before={net(then)}
        note={now && t('likesParts', { given: now.likes, withdrawn: now.unlikes })}
      />
      <Total
        name={t('views')}
        value={now?.views}
        before={then?.views}
        note={now && t('adViewsPart', { count: now.adViews })}
      />
      <Total
        name={t('refused')}
        value={now && shareRefused(now)}
        before={undefined}
        text={format.percent}
        note={now && t('refusedPart', { count: refusedOf(now) })}
      />
    </FigureRow>
  );
}
