'use client';

import { useTranslations } from 'next-intl';
import { Total } from '@/components/ui/total';
import type { LineList } from '@/lib/settlement/line-schema';

/** What the lines of a video sum to. */
export function LinesTotals({ totals }: { totals: LineList['totals'] | undefined }) {
  const t = useTranslations('earnings');
  const none = { before: undefined, as: 'won' } as const;
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
      <Total name={t('total')} value={totals?.total} {...none} />
      <Total
        name={t('video')}
        value={totals?.video}
        note={totals && t('viewsCounted', { count: totals.views })}
        {...none}
      />
      <Total
        name={t('ad')}
        value={totals?.ad}
        note={totals && t('adViewsCounted', { count: totals.adViews })}
        {...none}
      />
      <Total name={t('ofItAdjustments')} value={totals?.adjustments} {...none} />
    </dl>
  );
}
