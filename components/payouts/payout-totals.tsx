'use client';

import { useTranslations } from 'next-intl';
import { FigureCell, FigureRow } from '@/components/ui/figure-row';
import { useFormat } from '@/components/use-format';
import type { PayoutSummary } from '@/lib/settlement/payout-schema';
import { PayoutState } from '@/lib/settlement/statement-schema';

/** What there is to pay, by state. */
export function PayoutTotals({ summary }: { summary: PayoutSummary | undefined }) {
  const t = useTranslations('payouts');
  const format = useFormat();
  return (
    <FigureRow>
      {PayoutState.options.map((state) => (
        <FigureCell
          key={state}
          name={t(`states.${state}`)}
          value={summary && format.won(summary[state].amount)}
          note={
            summary &&
            (state === 'pending' && summary.noAccount.count > 0
              ? t('countWithout', { count: summary.pending.count, without: summary.noAccount.count })
              : t('count', { count: summary[state].count }))
          }
        />
      ))}
    </FigureRow>
  );
}
