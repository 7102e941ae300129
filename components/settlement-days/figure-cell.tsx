'use client';

import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';

type FigureCellProps = { name: string; value: string | undefined; note?: ReactNode };

/** One figure of a row of figures, with a line about it. */
export function FigureCell({ name, value, note }: FigureCellProps) {
  return (
    <div className="-mt-px -ml-px min-w-0 border-t border-l px-4 py-3">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        {value === undefined ? (
          <Skeleton className="my-1.5 h-5 w-24" />
        ) : (
          <span className="text-xl leading-9 font-semibold tracking-tight whitespace-nowrap">{value}</span>
        )}
        <p className="min-h-4 text-xs text-muted">{note}</p>
      </dd>
    </div>
  );
}

export function FigureRow({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 overflow-hidden rounded border bg-surface md:grid-cols-4">{children}</dl>;
}
