'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';
import { calendarOf } from '@/lib/kernel/day';

/** The last business day on which a key works; it ends with that day. */
export function ExpiryText({ at }: { at: string | null }) {
  const t = useTranslations('keys');
  const format = useFormat();
  if (at === null) return <span className="text-muted">{t('never')}</span>;
  const lastMoment = new Date(Date.parse(at) - 1);
  return <span className="whitespace-nowrap">{format.day(calendarOf(format.zone).dayOf(lastMoment))}</span>;
}
