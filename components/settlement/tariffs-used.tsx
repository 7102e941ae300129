'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import type { Day } from '@/lib/kernel/day';
import type { AppliedTariff } from '@/lib/settlement/line-schema';

/** The tariffs that priced the lines above, each version once. */
export function TariffsUsed({ tariffs }: { tariffs: AppliedTariff[] }) {
  const t = useTranslations('earnings');
  const format = useFormat();
  const versions = [...new Map(tariffs.map((tariff) => [tariff.version, tariff])).values()];
  if (versions.length === 0) return null;
  return (
    <Panel title={t('tariffs')} note={t('tariffsNote')}>
      <div className="grid gap-6 md:grid-cols-2">
        {versions.map(({ version, effectiveOn, video, ad }) => (
          <table key={version} className="w-full text-right">
            <caption className="pb-1 text-left text-sm font-medium">
              {t('tariffFrom', { version, day: format.day(effectiveOn as Day) })}
            </caption>
            <thead className="text-sm text-muted">
              <tr>
                <th scope="col" className="py-1 text-left font-normal">
                  {t('fromOrdinal')}
                </th>
                <th scope="col" className="py-1 font-normal">
                  {t('perView')}
                </th>
                <th scope="col" className="py-1 font-normal">
                  {t('perAdView')}
                </th>
              </tr>
            </thead>
            <tbody>
              {startsOf(video, ad).map((from) => (
                <tr key={from} className="border-t">
                  <th scope="row" className="py-1 text-left font-normal">
                    {t('ordinal', { from: format.number(from) })}
                  </th>
                  <td className="py-1">{format.tenths(priceAt(video, from))}</td>
                  <td className="py-1">{format.tenths(priceAt(ad, from))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </Panel>
  );
}

type Steps = AppliedTariff['video'];

const startsOf = (video: Steps, ad: Steps) =>
  [...new Set([...video, ...ad].map((step) => step.from))].sort((a, b) => a - b);

const priceAt = (steps: Steps, ordinal: number) => steps.findLast((step) => step.from <= ordinal)?.tenths ?? 0;
