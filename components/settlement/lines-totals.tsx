'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import { useFormat } from '@/components/use-format';
import type { LineList } from '@/lib/settlement/line-schema';

/** What the lines of a video sum to. */
export function LinesTotals({ totals }: { totals: LineList['totals'] | undefined }) {
  const t = useTranslations('earnings');
  const format = useFormat();
  return (
    <FigureRow>
      <FigureCell name={t('total')} value={totals && format.won(totals.total)} />
      <FigureCell
        name={t('video')}
        value={totals && format.won(totals.video)}
        note={totals && t('viewsCounted', { count: totals.views })}
      />
      <FigureCell
        name={t('ad')}
        value={totals && format.won(totals.ad)}
        note={totals && t('adViewsCounted', { count: totals.adViews })}
      />
      <FigureCell name={t('ofItAdjustments')} value={totals && format.won(totals.adjustments)} />
    </FigureRow>
  );
}
