'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { cx } from '@/components/ui/cx';
import { ErrorState } from '@/components/ui/error-state';
import type { PanelQuery } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/use-format';
import type { Figures, Stats } from '@/lib/dashboard/schema';
import { refusedOf, shareRefused } from './figures';

type TotalsRowProps = { query: PanelQuery<Stats>; previous: Stats | undefined };

/** The totals of the range, each with its change against the range before. */
export function TotalsRow({ query, previous }: TotalsRowProps) {
  const t = useTranslations('overview');
  const now = query.data?.totals;
  const then = previous?.totals;
  if (!now && query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const net = (figures: Figures | undefined) => figures && figures.likes - figures.unlikes;
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">
      <Total name={t('clicks')} value={now?.clicks} before={then?.clicks} />
      <Total
        name={t('likesNet')}
        value={net(now)}
        before={net(then)}
        note={now && t('likesParts', { given: now.likes, withdrawn: now.unlikes })}
      />
      <Total
        name={t('views')}
        value={now?.views}
        before={then?.views}
        note={now && t('adViewsPart', { count: now.adViews })}
      />
      <Total
        name={t('refused')}
        value={now && shareRefused(now)}
        as="percent"
        before={undefined}
        note={now && t('refusedPart', { count: refusedOf(now) })}
      />
    </dl>
  );
}

type TotalProps = {
  name: string;
  value: number | undefined;
  before: number | undefined;
  as?: 'number' | 'percent';
  note?: string | undefined;
};

function Total({ name, value, before, as = 'number', note }: TotalProps) {
  const format = useFormat();
  const t = useTranslations('overview');
  const text = value === undefined ? undefined : format[as](value);
  const changed = useChanged(text);
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <div className="flex flex-wrap items-baseline gap-x-2">
          {text === undefined ? (
            <Skeleton className="my-1.5 h-6 w-24" />
          ) : (
            <span key={text} className={cx('rounded text-2xl font-semibold tracking-tight', changed && 'animate-tint')}>
              {text}
            </span>
          )}
          {value !== undefined && before !== undefined && (
            <span className={cx('text-sm', before === 0 ? 'text-muted' : value >= before ? 'text-good' : 'text-bad')}>
              {before === 0 ? t('noComparison') : format.change(value / before - 1)}
            </span>
          )}
        </div>
        <p className="min-h-4 text-xs text-muted">{note}</p>
      </dd>
    </div>
  );
}

/** Whether this is another value than the first one shown: a refresh tints what it changed. */
function useChanged(text: string | undefined): boolean {
  const first = useRef(text);
  first.current ??= text;
  return text !== first.current;
}
