import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { Day, DayRange, Grain } from '@/lib/kernel/day';
import type { Top } from './schema';
import type { IncreaseList, StreamingStats, WatchedVideoList } from './streaming-schema';

export type StreamingQuestion = DayRange & { group: Grain; contentId?: number };

/** Views, ad views and watch time of a range; what was shown stays until the answer is here. */
export const streamingQuery = (question: StreamingQuestion) =>
  queryOptions({
    queryKey: ['stats', 'streaming', question],
    queryFn: ({ signal }) => fetchJson<StreamingStats>('/api/v1/stats/streaming', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

export type IncreaseQuestion = DayRange & { period: Grain; contentId: number };

export const increaseQuery = (question: IncreaseQuestion) =>
  queryOptions({
    queryKey: ['stats', 'increase', question],
    queryFn: ({ signal }) => fetchJson<IncreaseList>('/api/v1/stats/increase', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

export type TopFiveQuestion = { by: 'views' | 'watch-time'; period: Grain; date: Day };

/** The five most watched videos that the reader may see: of all for an admin, else of their own. */
export const topFiveQuery = (question: TopFiveQuestion) =>
  queryOptions({
    queryKey: ['stats', 'top five', question],
    queryFn: ({ signal }) => fetchJson<Top>('/api/v1/stats/top', { query: { ...question, limit: 5 }, signal }),
    placeholderData: keepPreviousData,
  });

export type VideosQuestion = DayRange & { search: string };

export const listWatchedVideos = (
  query: VideosQuestion & { limit?: number; cursor?: string | null },
  signal?: AbortSignal,
) => fetchJson<WatchedVideoList>('/api/v1/stats/videos', { query, ...(signal && { signal }) });

export const watchedVideosQuery = (question: VideosQuestion) =>
  infiniteQueryOptions({
    queryKey: ['stats', 'videos', question],
    queryFn: ({ signal, pageParam }) => listWatchedVideos({ ...question, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
