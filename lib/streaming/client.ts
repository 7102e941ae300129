import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { DayRange } from '@/lib/kernel/day';
import type { AdVideo, AdVideoCreate, AdVideoList, AdVideoReport, AdVideoUpdate } from './ad-video-schema';

export const listAdVideos = (query: { search: string; limit?: number; cursor?: string | null }, signal?: AbortSignal) =>
  fetchJson<AdVideoList>('/api/v1/ad-videos', { query, ...(signal && { signal }) });

/** One's own ad videos, or all of them for an admin, 50 at a time. */
export const adVideosQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['ad-videos', 'list', search],
    queryFn: ({ signal, pageParam }) => listAdVideos({ search, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const adVideoQuery = (id: number) =>
  queryOptions({
    queryKey: ['ad-videos', 'one', id],
    queryFn: ({ signal }) => fetchJson<AdVideo>(`/api/v1/ad-videos/${id}`, { signal }),
  });

export const adVideoReportQuery = (id: number, range: DayRange) =>
  queryOptions({
    queryKey: ['ad-videos', 'report', id, range],
    queryFn: ({ signal }) => fetchJson<AdVideoReport>(`/api/v1/ad-videos/${id}/report`, { query: range, signal }),
    placeholderData: keepPreviousData,
  });

export const createAdVideo = (json: AdVideoCreate) => fetchJson<AdVideo>('/api/v1/ad-videos', { json });

export const updateAdVideo = (id: number, json: AdVideoUpdate) =>
  fetchJson<AdVideo>(`/api/v1/ad-videos/${id}`, { method: 'PATCH', json });
