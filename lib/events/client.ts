import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { RunList, RunQueued, RunRequest } from './schema';

export type RunFilter = { day?: string | null };

/** Attempts to settle days, 50 at a time. */
export const runsQuery = (filter: RunFilter = {}) =>
  infiniteQueryOptions({
    queryKey: ['runs', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<z.infer<typeof RunList>>('/api/v1/runs', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Queues the settling of a past day; it begins within a minute. */
export const queueRun = (json: z.input<typeof RunRequest>) =>
  fetchJson<z.infer<typeof RunQueued>>('/api/v1/runs', { json });
