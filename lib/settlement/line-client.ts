import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { Day, DayRange, Grain } from '@/lib/kernel/day';
import type { LineList, Series } from './line-schema';
import type { Settlement } from './schema';

export type SeriesQuestion = DayRange & { period: Grain; creatorId: number | null };

/** What was earned, period by period; what was shown stays until the answer is here. */
export const seriesQuery = (question: SeriesQuestion) =>
  queryOptions({
    queryKey: ['settlement', 'series', question],
    queryFn: ({ signal }) => fetchJson<Series>('/api/v1/settlements/series', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

export type SettlementQuestion = { period: Grain; date: Day; creatorId: number | null };

/** What each video earned in a period, 50 at a time. */
export const settlementQuery = (question: SettlementQuestion) =>
  infiniteQueryOptions({
    queryKey: ['settlement', 'videos', question],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<Settlement>('/api/v1/settlements', { query: { ...question, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export type LinesQuestion = DayRange & { contentId: number; by: 'day' | 'for-day' };

/** A video's lines, 100 at a time. */
export const linesQuery = (question: LinesQuestion) =>
  infiniteQueryOptions({
    queryKey: ['settlement', 'lines', question],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<LineList>('/api/v1/settlements/lines', { query: { ...question, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
