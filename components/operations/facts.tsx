import type { ReactNode } from 'react';

/** What is known about one thing, name by name. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="flex flex-col divide-y">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline gap-4 py-2">
      <dt className="w-28 shrink-0 text-sm text-muted">{name}</dt>
      <dd className="min-w-0 grow">{children}</dd>
    </div>
  );
}
