'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useFormat } from '@/components/use-format';
import { cx } from './cx';
import { Skeleton } from './skeleton';

type TotalProps = {
  name: string;
  value: number | undefined;
  before: number | undefined;
  as?: 'number' | 'percent' | 'won';
  note?: string | undefined;
};

/** One total of a row of totals, as a `dt` and `dd`, with its change against the range before. */
export function Total({ name, value, before, as = 'number', note }: TotalProps) {
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
