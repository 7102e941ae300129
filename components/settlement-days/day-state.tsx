'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { SettlementDay } from '@/lib/settlement/day-schema';

const TONES: Record<SettlementDay['state'], Tone> = { open: 'neutral', settled: 'accent', closed: 'good' };

type DayStateProps = { day: Pick<SettlementDay, 'state' | 'dirty' | 'owed' | 'running' | 'ended'> };

/** Where a day stands, and what is about to change that. */
export function DayState({ day }: DayStateProps) {
  const t = useTranslations('settlementDays');
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={TONES[day.state]}>{t(`states.${day.ended ? day.state : 'today'}`)}</Badge>
      {day.running && <Badge tone="accent">{t('running')}</Badge>}
      {day.dirty && <Badge tone="warn">{t('dirty')}</Badge>}
      {day.owed && <Badge tone="warn">{t('owed')}</Badge>}
    </span>
  );
}
