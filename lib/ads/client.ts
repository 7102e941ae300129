import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { DayRange } from '@/lib/kernel/day';
import type { JoinableList, JoinedList, Participation } from './schema';

/** What the signed-in member can join now, best reward first. */
export const joinableQuery = () =>
  queryOptions({
    queryKey: ['ads', 'joinable'],
    queryFn: ({ signal }) => fetchJson<z.infer<typeof JoinableList>>('/api/v1/ads/joinable', { signal }),
  });

/** Joins an ad as the signed-in member; sent again with the same key it is the same press. */
export const joinAd = ({ adId, key }: { adId: number; key: string }) =>
  fetchJson<Participation>(`/api/v1/ads/${adId}/participations`, { json: {}, headers: { 'idempotency-key': key } });

/** What a member joined in these days, oldest first, 50 at a time. */
export const joinedQuery = (memberId: string, { from, to }: DayRange) =>
  infiniteQueryOptions({
    queryKey: ['ads', 'joined', memberId, from, to],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<z.infer<typeof JoinedList>>(`/api/v1/members/${encodeURIComponent(memberId)}/participations`, {
        query: { from, to, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
