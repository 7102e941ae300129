'use client';

import { useTranslations } from 'next-intl';
import { StepsTable } from '@/components/tariffs/steps-table';
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
        {versions.map((tariff) => (
          <section key={tariff.version}>
            <h3 className="pb-1 text-sm font-medium">
              {t('tariffFrom', { version: tariff.version, day: format.day(tariff.effectiveOn as Day) })}
            </h3>
            <StepsTable tariff={tariff} />
          </section>
        ))}
      </div>
    </Panel>
  );
}
