'use client';

import { useQueryStates } from 'nuqs';
import type { Day } from '@/lib/kernel/day';
import { overviewSearch, questionsOf } from './search';

/** What the reader chose, from the URL, and how to change it. */
export function useOverview(today: Day) {
  const [search, setSearch] = useQueryStates(overviewSearch, { history: 'replace' });
  return { search, setSearch, ...questionsOf(search, today) };
}

export type Overview = ReturnType<typeof useOverview>;
