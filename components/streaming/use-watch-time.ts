'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/use-format';

/** Time watched in its largest fitting unit: seconds, minutes, then hours however many. */
export function useWatchTime(): (seconds: number) => string {
  const t = useTranslations('streaming');
  const format = useFormat();
  return (seconds) => {
    if (seconds === 0 || seconds >= 36_000) return t('hours', { hours: format.number(Math.round(seconds / 3600)) });
    if (seconds >= 3600) return t('hours', { hours: format.number(Math.round(seconds / 360) / 10) });
    if (seconds >= 60) return t('minutes', { minutes: format.number(Math.round(seconds / 60)) });
    return t('seconds', { seconds: format.number(seconds) });
  };
}
