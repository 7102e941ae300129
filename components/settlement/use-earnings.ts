'use client';

import { useQueryStates } from 'nuqs';
import { rangeOf } from '@/components/range/search';
import type { Day } from '@/lib/kernel/day';
import { earningsSearch, periodsBefore } from './earnings-search';

/** What the reader chose, from the URL, and how to change it. */
export function useEarnings(today: Day) {
  const [search, setSearch] = useQueryStates(earningsSearch, { history: 'replace' });
  const range = rangeOf(search, today);
  const question = { ...range, period: search.period, creatorId: search.creatorId };
  return { search, setSearch, range, question, before: { ...question, ...periodsBefore(search.period, range) } };
}

export type Earnings = ReturnType<typeof useEarnings>;
