'use client';

import { useTranslations } from 'next-intl';
import { cx } from '@/components/ui/cx';
import { ErrorState } from '@/components/ui/error-state';
import type { PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import type { StreamingStats } from '@/lib/dashboard/streaming-schema';
import { useReasonName } from './use-reason-name';
import { useWatchTime } from './use-watch-time';

type WatchedFiguresProps = { query: PanelQuery<StreamingStats>; previous: StreamingStats | undefined };

/** The totals of the range, each with its change against the range before, and what was not counted. */
export function WatchedFigures({ query, previous }: WatchedFiguresProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  const watchTime = useWatchTime();
  const reasonName = useReasonName();
  const now = query.data?.totals;
  const then = previous?.totals;
  if (!now && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const refused = Object.entries(now?.refused ?? {}).sort((a, b) => b[1] - a[1]);
  const total = refused.reduce((sum, [, n]) => sum + n, 0);
  const parts = refused.slice(0, 2).map(([reason, n]) => `${reasonName(reason)} ${format.number(n)}`);
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
      <Total name={t('views')} value={now?.views} before={then?.views} text={format.number} />
      <Total name={t('adViews')} value={now?.adViews} before={then?.adViews} text={format.number} />
      <Total name={t('watchTime')} value={now?.watchSeconds} before={then?.watchSeconds} text={watchTime} />
      <Total
        name={t('refused')}
        value={now && total}
        before={undefined}
        text={format.number}
        note={now && (parts.length > 0 ? parts.join(' · ') : t('noneRefused'))}
      />
    </dl>
  );
}

type TotalProps = {
  name: string;
  value: number | undefined;
  before: number | undefined;
  text: (value: number) => string;
  note?: string | undefined;
};

function Total({ name, value, before, text, note }: TotalProps) {
  const t = useTranslations('streaming');
  const format = useFormat();
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <div className="flex flex-wrap items-baseline gap-x-2">
          {value === undefined ? (
            <Skeleton className="my-1.5 h-6 w-24" />
          ) : (
            <span className="text-2xl font-semibold tracking-tight">{text(value)}</span>
          )}
          {value !== undefined && before !== undefined && before > 0 && (
            <span className={cx('text-sm', value >= before ? 'text-good' : 'text-bad')}>
              {format.change(value / before - 1)}
            </span>
          )}
        </div>
        <p className="min-h-4 text-xs text-muted">
          {note ?? (before === undefined ? '' : t('before', { value: text(before) }))}
        </p>
      </dd>
    </div>
  );
}
