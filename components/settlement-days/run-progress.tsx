'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { cx } from '@/components/ui/cx';
import { useFormat } from '@/components/use-format';
import type { Run } from '@/lib/events/schema';
import type { Expected } from './use-settlement-day';

type RunProgressProps = { kind: Expected['kind']; run: Run | undefined };

/** How far a run has come: parts done of all, and the time that it takes; before it says so, that it is on its way. */
export function RunProgress({ kind, run }: RunProgressProps) {
  const t = useTranslations('settlementDays');
  const format = useFormat();
  const seconds = useSecondsSince(run?.startedAt);
  const progress = run?.progress ?? null;
  const share = progress && progress.of > 0 ? Math.min(1, progress.done / progress.of) : null;
  const name = t(kind === 'settle-day' ? 'runningNow' : 'comparingNow');
  return (
    <section className="flex flex-col gap-2 rounded border bg-surface px-4 py-3">
      <div className="flex flex-wrap justify-between gap-x-4">
        <p role="status" className="font-medium">
          {run ? name : t('waiting')}
        </p>
        <p className="text-sm text-muted">
          {progress && `${t('parts', { done: progress.done, of: progress.of, rows: progress.rows })} · `}
          {format.duration(seconds * 1000)}
        </p>
      </div>
      <div
        role="progressbar"
        aria-label={name}
        {...(share !== null && { 'aria-valuenow': Math.round(share * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={cx(
            'h-full rounded-full bg-accent transition-[width] motion-reduce:transition-none',
            share === null && 'w-1/3 animate-pulse',
          )}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </section>
  );
}

function useSecondsSince(at: string | undefined): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const start = at === undefined ? Date.now() : Date.parse(at);
    const tick = () => setSeconds(Math.max(0, Math.round((Date.now() - start) / 1000)));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}
