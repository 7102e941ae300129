import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { DayRange } from '@/lib/kernel/day';
import type { Page } from '@/lib/kernel/page';
import type { AdState } from './rules';
import type { Ad, AdDraft, AdReport, AdUpdate, JoinableList, JoinedList, Participation } from './schema';

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

export type AdFilter = { search?: string | null; state?: AdState | null };

export const listAds = (filter: AdFilter & { limit?: number; cursor?: string | null }, signal?: AbortSignal) =>
  fetchJson<Page<Ad>>('/api/v1/ads', { query: filter, ...(signal && { signal }) });

/** One's own ads, or all of them for an admin, 50 at a time. */
export const adsQuery = (filter: AdFilter) =>
  infiniteQueryOptions({
    queryKey: ['ads', 'list', filter],
    queryFn: ({ signal, pageParam }) => listAds({ ...filter, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const adQuery = (id: number) =>
  queryOptions({
    queryKey: ['ads', 'one', id],
    queryFn: ({ signal }) => fetchJson<Ad>(`/api/v1/ads/${id}`, { signal }),
  });

export const adReportQuery = (id: number) =>
  queryOptions({
    queryKey: ['ads', 'report', id],
    queryFn: ({ signal }) => fetchJson<AdReport>(`/api/v1/ads/${id}/report`, { signal }),
  });

export const createAd = (json: object) => fetchJson<Ad>('/api/v1/ads', { json });

export const updateAd = (id: number, json: AdUpdate) => fetchJson<Ad>(`/api/v1/ads/${id}`, { method: 'PATCH', json });

export const decideAd = (id: number, decision: 'pause' | 'resume' | 'end') =>
  fetchJson<Ad>(`/api/v1/ads/${id}/${decision}`, { method: 'POST' });

/** One's own drafts, the latest first. */
export const draftsQuery = () =>
  queryOptions({
    queryKey: ['ads', 'drafts'],
    queryFn: ({ signal }) => fetchJson<Page<AdDraft>>('/api/v1/ad-drafts', { signal }),
  });

export const getDraft = (id: number, signal?: AbortSignal) =>
  fetchJson<AdDraft>(`/api/v1/ad-drafts/${id}`, { ...(signal && { signal }) });

/** `keepalive` lets a page that is being left finish it. */
export const createDraft = (fields: object, keepalive = false) =>
  fetchJson<AdDraft>('/api/v1/ad-drafts', { json: { fields }, keepalive });

export const saveDraft = (id: number, fields: object, keepalive = false) =>
  fetchJson<AdDraft>(`/api/v1/ad-drafts/${id}`, { method: 'PUT', json: { fields }, keepalive });

export const deleteDraft = (id: number) => fetchJson<void>(`/api/v1/ad-drafts/${id}`, { method: 'DELETE' });

/** People who may own ads, for pickers. */
export const listAdvertisers = (search: string, signal?: AbortSignal) =>
  fetchJson<Page<{ id: number; name: string | null; email: string }>>('/api/v1/users', {
    query: { role: 'advertiser', search, limit: 20 },
    ...(signal && { signal }),
  });
