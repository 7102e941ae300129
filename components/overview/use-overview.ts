'use client';

import { useQueryStates } from 'nuqs';
import { rangeOf } from '@/components/range/search';
import { type Day, previousRange } from '@/lib/kernel/day';
import { overviewSearch } from './search';

/** What the reader chose, from the URL, and how to change it. */
export function useOverview(today: Day) {
  const [search, setSearch] = useQueryStates(overviewSearch, { history: 'replace' });
  const range = rangeOf(search, today);
  const question = { ...range, group: search.group, contentId: search.content };
  return { search, setSearch, range, question, before: { ...question, ...previousRange(range) } };
}

export type Overview = ReturnType<typeof useOverview>;
