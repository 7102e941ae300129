'use client';

import { useTranslations } from 'next-intl';
import { FigureTable } from '@/components/ui/figure-table';
import { useFormat } from '@/components/use-format';
import type { TariffVersion } from '@/lib/settlement/tariff-schema';

type Step = TariffVersion['video'][number];

/** The steps of a tariff: from which ordinal on a view and an ad view are worth how much. */
export function StepsTable({ tariff }: { tariff: Pick<TariffVersion, 'video' | 'ad'> }) {
  const t = useTranslations('tariffs');
  const format = useFormat();
  const starts = [...new Set([...tariff.video, ...tariff.ad].map((step) => step.from))].sort((a, b) => a - b);
  const rows = starts.map((from, i) => ({ from, next: starts[i + 1] }));
  return (
    <div className="max-w-xl">
      <FigureTable
        head={t('count')}
        columns={[
          { head: t('perView'), of: ({ from }) => priceAt(tariff.video, from), text: format.tenths },
          { head: t('perAdView'), of: ({ from }) => priceAt(tariff.ad, from), text: format.tenths },
        ]}
        rows={rows}
        keyOf={({ from }) => from}
        nameOf={({ from, next }) =>
          t(next === undefined ? 'andUp' : 'range', {
            from: format.number(from),
            to: format.number((next ?? 0) - 1),
          })
        }
      />
    </div>
  );
}

const priceAt = (steps: readonly Step[], ordinal: number) =>
  steps.findLast((step) => step.from <= ordinal)?.tenths ?? 0;
