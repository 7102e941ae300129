'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Run } from '@/lib/events/schema';
import type { SettlementDayDetail } from '@/lib/settlement/day-schema';
import { comparisonQuery, dayQuery } from '@/lib/settlement/days-client';

const WATCHING_MILLISECONDS = 700;

/** A run or a comparison that was asked for and has not ended; `after` is the newest run of before. */
export type Expected = { kind: 'settle-day' | 'compare-day'; after: number };

const newestOf = (runs: Run[] | undefined, kind: string) => runs?.find((run) => run.kind === kind);

/** The day, looked at again by itself while something has it, and all that rests on it when that ended. */
export function useSettlementDay(day: string, onEnded: (run: Run) => void) {
  const [expected, setExpected] = useState<Expected | null>(null);
  const client = useQueryClient();
  const query = useQuery({
    ...dayQuery(day),
    refetchInterval: ({ state }) => (expected || state.data?.running ? WATCHING_MILLISECONDS : false),
  });
  const runs = query.data?.runs;
  const compared = newestOf(runs, 'compare-day')?.id ?? 0;
  const isNewest = compared > (newestOf(runs, 'settle-day')?.id ?? 0); // a run since then has changed what it says
  const comparison = useQuery({ ...comparisonQuery(day), enabled: isNewest });
  const asked = expected && newestOf(runs, expected.kind);
  const ended = asked && asked.id > expected.after && asked.state !== 'running' ? asked : null;
  const tell = useRef(onEnded);
  tell.current = onEnded;
  useEffect(() => {
    if (!ended) return;
    setExpected(null);
    void client.invalidateQueries({ queryKey: ['settlement-days'] });
    tell.current(ended);
  }, [ended, client]);
  const expect = (kind: Expected['kind']) => {
    setExpected({ kind, after: Math.max(0, ...(runs ?? []).map((run) => run.id)) });
    void query.refetch();
  };
  return { query, comparison: isNewest ? comparison : null, expected, expect, running: runningOf(query.data) };
}

/** The run that has the day just now. */
function runningOf(day: SettlementDayDetail | undefined): Run | undefined {
  return day?.running ? day.runs.find((run) => run.state === 'running') : undefined;
}
