'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { SettlementTabs } from '@/components/settlement/settlement-tabs';
import { Panel } from '@/components/ui/panel';
import type { Day } from '@/lib/kernel/day';
import { tariffsQuery } from '@/lib/settlement/days-client';
import { AddTariffPanel } from './add-tariff-panel';
import { TariffPanel } from './tariff-panel';

/** Every tariff, the latest to take effect first, and the form of the next one. */
export function TariffsScreen({ today }: { today: Day }) {
  const t = useTranslations('tariffs');
  const query = useQuery(tariffsQuery());
  const inForce = query.data?.find((tariff) => tariff.effectiveOn <= today);
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="flex flex-col gap-4">
        <SettlementTabs />
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <div className="flex flex-col gap-4">
            {query.data?.map((tariff) => (
              <TariffPanel key={tariff.version} tariff={tariff} inForce={tariff === inForce} today={today} />
            )) ?? (
              <Panel title={t('title')} query={query}>
                {() => null}
              </Panel>
            )}
          </div>
          {inForce && <AddTariffPanel base={query.data?.[0] ?? inForce} inForce={inForce} today={today} />}
        </div>
      </div>
    </>
  );
}
