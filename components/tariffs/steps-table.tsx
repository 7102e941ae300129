'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { TariffVersion } from '@/lib/settlement/tariff-schema';

type Step = TariffVersion['video'][number];

/** The steps of a tariff: from which ordinal on a view and an ad view are worth how much. */
export function StepsTable({ tariff }: { tariff: Pick<TariffVersion, 'video' | 'ad'> }) {
  const t = useTranslations('tariffs');
  const format = useFormat();
  const starts = [...new Set([...tariff.video, ...tariff.ad].map((step) => step.from))].sort((a, b) => a - b);
  const cell = 'py-1.5 pl-4 text-right tabular-nums';
  return (
    <table className="w-full max-w-xl">
      <thead className="text-sm text-muted">
        <tr>
          <th scope="col" className="py-1.5 text-left font-normal">
            {t('count')}
          </th>
          <th scope="col" className={`${cell} font-normal`}>
            {t('perView')}
          </th>
          <th scope="col" className={`${cell} font-normal`}>
            {t('perAdView')}
          </th>
        </tr>
      </thead>
      <tbody>
        {starts.map((from, i) => {
          const next = starts[i + 1];
          const range = { from: format.number(from), to: format.number((next ?? 0) - 1) };
          return (
            <tr key={from} className="border-t">
              <th scope="row" className="py-1.5 text-left font-normal tabular-nums">
                {t(next === undefined ? 'andUp' : 'range', range)}
              </th>
              <td className={cell}>{format.tenths(priceAt(tariff.video, from))}</td>
              <td className={cell}>{format.tenths(priceAt(tariff.ad, from))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const priceAt = (steps: readonly Step[], ordinal: number) =>
  steps.findLast((step) => step.from <= ordinal)?.tenths ?? 0;
