'use client';

import { useQueryStates } from 'nuqs';
import { rangeOf } from '@/components/range/search';
import { type Day, previousRange } from '@/lib/kernel/day';
import { streamingSearch } from './search';

/** What the reader chose, from the URL, and how to change it. */
export function useStreaming(today: Day, contentId?: number) {
  const [search, setSearch] = useQueryStates(streamingSearch, { history: 'replace' });
  const range = rangeOf(search, today);
  const question = { ...range, group: search.group, ...(contentId !== undefined && { contentId }) };
  return { search, setSearch, range, question, before: { ...question, ...previousRange(range) } };
}

export type Streaming = ReturnType<typeof useStreaming>;
