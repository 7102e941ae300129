'use client';

import { type ReactNode, useState } from 'react';
import { cx } from './cx';
import { ErrorState } from './error-state';
import type { PanelQuery } from './panel';
import { Skeleton } from './skeleton';

/** Up to four figures side by side. With a query: when it failed, that instead. */
export function FigureRow({ query, children }: { query?: PanelQuery<unknown>; children: ReactNode }) {
  if (query?.error && query.data === undefined)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} busy={query.isFetching} />;
  return <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">{children}</dl>;
}

type FigureCellProps = {
  name: string;
  /** Undefined while it is on its way. */
  value: string | undefined;
  /** Such as the change against the range before. */
  beside?: ReactNode;
  note?: ReactNode;
  /** Below all of it. */
  children?: ReactNode;
  bad?: boolean;
};

/** One figure of a row of figures, with a line about it. */
export function FigureCell({ name, value, beside, note, children, bad }: FigureCellProps) {
  const changed = useChanged(value);
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <div className="flex flex-wrap items-baseline gap-x-2">
          {value === undefined ? (
            <Skeleton className="my-1.5 h-6 w-24" />
          ) : (
            <span
              key={value}
              className={cx(
                'rounded leading-9 font-semibold tracking-tight whitespace-nowrap',
                // A billion still fits into half a phone.
                value.length > 9 ? 'text-xl' : 'text-2xl',
                bad && 'text-bad',
                changed && 'animate-tint',
              )}
            >
              {value}
            </span>
          )}
          {beside}
        </div>
        <p className="min-h-4 text-xs text-muted">{note}</p>
        {children}
      </dd>
    </div>
  );
}

/** Whether this is another value than the first one shown: a refresh tints what it changed. */
function useChanged(text: string | undefined): boolean {
  const [first, setFirst] = useState(text);
  if (first === undefined && text !== undefined) setFirst(text);
  return first !== undefined && text !== first;
}
