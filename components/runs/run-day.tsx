'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import type { Run } from '@/lib/events/schema';
import { parseDay } from '@/lib/kernel/day';

/** The day that a run settled; a run of no day is maintenance. */
export function RunDay({ run }: { run: Run }) {
  const t = useTranslations('runs');
  const format = useFormat();
  const day = run.day === null ? null : parseDay(run.day);
  return <span className="whitespace-nowrap">{day ? format.day(day) : t('maintenance')}</span>;
}
