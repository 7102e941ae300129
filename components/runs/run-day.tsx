'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFormat } from '@/components/use-format';
import type { Run } from '@/lib/events/schema';
import { parseDay } from '@/lib/kernel/day';

/** The day that a run settled, or only compared; a run of no day is maintenance. */
export function RunDay({ run }: { run: Run }) {
  const t = useTranslations('runs');
  const format = useFormat();
  const day = run.day === null ? null : parseDay(run.day);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 whitespace-nowrap">
      {day ? format.day(day) : t('maintenance')}
      {run.kind === 'compare-day' && <Badge>{t('comparison')}</Badge>}
    </span>
  );
}
