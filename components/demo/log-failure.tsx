'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { useFormat } from '@/components/use-format';
import type { Failed } from './demo-log';

/** A request that was not answered with verdicts: what was kept, and when it goes again. */
export function LogFailure({ entry }: { entry: Failed }) {
  const t = useTranslations('demo');
  const format = useFormat();
  const { reason, status, detail, dropped, retryInMilliseconds } = entry.trouble;
  return (
    <>
      <p className="flex flex-wrap gap-x-2 text-sm text-muted">
        <Time at={entry.at} clockOnly />
        {entry.tries > 1 && <span>{t('tries', { count: entry.tries })}</span>}
      </p>
      <div className="mt-1 flex gap-2">
        <Badge tone="bad">{reason === 'answer' ? status : t(`troubles.${reason}`)}</Badge>
        <div className="min-w-0 text-sm">
          <p>
            {dropped.length > 0
              ? t('dropped', { count: dropped.length })
              : t('kept', { wait: format.duration(retryInMilliseconds ?? 0) })}
          </p>
          {reason === 'answer' && <p className="text-muted">{detail}</p>}
        </div>
      </div>
    </>
  );
}
