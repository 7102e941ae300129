'use client';

import { useFormat } from '@/components/use-format';

type TimeProps = { at: Date | string; clockOnly?: boolean };

/** An instant on the wall clock of the business zone, with the exact one in `datetime`. */
export function Time({ at, clockOnly }: TimeProps) {
  const format = useFormat();
  return (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
      {clockOnly ? format.time(at) : format.dateTime(at)}
    </time>
  );
}
