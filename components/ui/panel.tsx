'use client';

import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from './cx';
import { ErrorState } from './error-state';
import { SkeletonLines } from './skeleton';

/** The parts of a TanStack query result that a panel looks at. */
export type PanelQuery<T> = {
  data: T | undefined;
  error: unknown;
  isFetching: boolean;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
};

type Frame = {
  title: ReactNode;
  /** Stands where the title would, which is then only read aloud: for a list whose page is named like it. */
  bar?: ReactNode;
  /** One line under the title. */
  note?: ReactNode;
  actions?: ReactNode;
  /** Takes the inner padding away, for tables and lists that reach the border. */
  flush?: boolean;
  className?: string;
};

type PanelProps<T> = Frame &
  (
    | {
        query: PanelQuery<T>;
        skeleton?: ReactNode;
        isEmpty?: (data: T) => boolean;
        empty?: ReactNode;
        children: (data: T) => ReactNode;
      }
    | { query?: undefined; children: ReactNode }
  );

/**
 * A titled part of a screen. With a query it owns the skeleton, the empty state and the error with retry,
 * and keeps what it showed while it asks again: a failed refresh is a line above figures that still stand.
 */
export function Panel<T>({ title, bar, note, actions, flush, className, ...content }: PanelProps<T>) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cx('min-w-0 rounded border bg-surface', className)}>
      <header className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
        <div className={cx('mr-auto min-w-0', bar !== undefined && 'sr-only')}>
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {note && <p className="text-xs text-muted">{note}</p>}
        </div>
        {bar && <div className="flex min-w-0 grow flex-wrap items-center gap-2">{bar}</div>}
        {actions}
      </header>
      <div className={cx(!flush && 'px-4 pb-4')}>
        {content.query === undefined ? content.children : <Loaded {...content} />}
      </div>
    </section>
  );
}

type LoadedProps<T> = {
  query: PanelQuery<T>;
  skeleton?: ReactNode;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  children: (data: T) => ReactNode;
};

function Loaded<T>({ query, skeleton, isEmpty, empty, children }: LoadedProps<T>) {
  const { data, error } = query;
  const retry = () => void query.refetch();
  if (data === undefined) {
    if (error) return <ErrorState error={error} onRetry={retry} busy={query.isFetching} />;
    return <div aria-busy>{skeleton ?? <SkeletonLines />}</div>;
  }
  return (
    <>
      {error ? <ErrorState error={error} onRetry={retry} busy={query.isFetching} stale /> : null}
      <div aria-busy={query.isFetching || undefined} className={cx(query.isPlaceholderData && 'opacity-60')}>
        {empty !== undefined && isEmpty?.(data) ? empty : children(data)}
      </div>
    </>
  );
}
