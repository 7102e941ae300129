'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { useFormat } from '@/components/use-format';
import { type Day, parseDay } from '@/lib/kernel/day';
import type { TariffVersion } from '@/lib/settlement/tariff-schema';
import { StepsTable } from './steps-table';

type TariffPanelProps = { tariff: TariffVersion; inForce: boolean; today: Day };

/** One version, from which day on it is taken, and its steps. */
export function TariffPanel({ tariff, inForce, today }: TariffPanelProps) {
  const t = useTranslations('tariffs');
  const format = useFormat();
  const from = parseDay(tariff.effectiveOn);
  const first = tariff.effectiveOn <= '2000-01-01';
  const later = tariff.effectiveOn > today;
  return (
    <Panel
      title={
        <span className="inline-flex items-center gap-2">
          {t('version', { version: tariff.version })}
          <Badge tone={inForce ? 'good' : later ? 'accent' : 'neutral'}>
            {t(inForce ? 'inForce' : later ? 'later' : 'past')}
          </Badge>
        </span>
      }
      note={first || !from ? t('always') : t('from', { day: format.day(from) })}
    >
      <StepsTable tariff={tariff} />
    </Panel>
  );
}
