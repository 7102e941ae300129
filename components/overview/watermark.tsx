'use client';

import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Stats } from '@/lib/dashboard/schema';

/** Up to when the figures count, and what of them may still change. */
export function Watermark({ stats }: { stats: Stats | undefined }) {
  const t = useTranslations('overview');
  const format = useFormat();
  if (!stats) return <p className="h-4" />;
  const at = new Date(stats.countedUpTo);
  const provisional = stats.items.filter((item) => !item.final).length;
  return (
    <p className="text-xs text-muted">
      {at.getTime() === 0
        ? t('neverCounted')
        : t.rich('countedUpTo', {
            zone: format.zoneName(at),
            time: () => <Time at={at} clockOnly={isRecent(at, stats)} />,
          })}
      {stats.behindSeconds > 0 && ` · ${t('fromACopy', { seconds: Math.ceil(stats.behindSeconds) })}`}
      {provisional > 0 && ` · ${t('provisionalPeriods', { count: provisional })}`}
    </p>
  );
}

/** Within the last day of the range the clock alone says enough. */
function isRecent(at: Date, stats: Stats): boolean {
  const last = stats.items.at(-1)?.day;
  return last !== undefined && Math.abs(at.getTime() - Date.parse(`${last}T12:00:00Z`)) < 40 * 3_600_000;
}
