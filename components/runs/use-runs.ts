'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { runsQuery } from '@/lib/events/client';
import type { Day } from '@/lib/kernel/day';

const WATCHING_MILLISECONDS = 2000;

/** The runs, looked at again by themselves while one is under way or expected to begin. */
export function useRuns(day: Day | null) {
  const [expected, setExpected] = useState<{ day: Day; after: number } | null>(null);
  const query = useInfiniteQuery({
    ...runsQuery({ day }),
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      const running = pages.some((page) => page.items.some((run) => run.state === 'running'));
      // Every page that was loaded is asked for again, so many are asked for less often.
      return running || expected ? WATCHING_MILLISECONDS * Math.max(1, pages.length) : false;
    },
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  const begun = expected && items?.some((run) => run.day === expected.day && run.id > expected.after);
  if (begun) setExpected(null);
  const expect = (next: Day) => setExpected({ day: next, after: Math.max(0, ...(items ?? []).map((run) => run.id)) });
  return { query, items, expected: expected?.day ?? null, expect };
}
