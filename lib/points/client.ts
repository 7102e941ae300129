import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { PointEntryList, Points } from './schema';

const pathOf = (memberId: string) => `/api/v1/members/${encodeURIComponent(memberId)}/points`;

const PENDING_MILLISECONDS = 2000;

/** What a member has and waits for; asked again every 2 s while something is on its way and the page is in sight. */
export const pointsQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['points', memberId],
    queryFn: ({ signal }) => fetchJson<Points>(pathOf(memberId), { signal }),
    refetchInterval: ({ state }) => ((state.data?.pending ?? 0) > 0 ? PENDING_MILLISECONDS : false),
  });

/** What moved a member's points, newest first, 50 at a time. */
export const pointEntriesQuery = (memberId: string) =>
  infiniteQueryOptions({
    queryKey: ['point-entries', memberId],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<z.infer<typeof PointEntryList>>(`${pathOf(memberId)}/entries`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
