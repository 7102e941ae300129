import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { AbuseQuery, Block, BlockCreate, BlockList, BlockPreview, SuspectList, ViewerActivity } from './schema';

export type SuspectFilter = { by: AbuseQuery['by']; from: string; to: string };

/** The worst viewers of a period, 50 at a time. */
export const suspectsQuery = (filter: SuspectFilter) =>
  infiniteQueryOptions({
    queryKey: ['abuse', 'suspects', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<SuspectList>('/api/v1/abuse', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const viewerQuery = (viewer: string, period: { from: string; to: string }) =>
  queryOptions({
    queryKey: ['abuse', 'viewer', viewer, period],
    queryFn: ({ signal }) =>
      fetchJson<ViewerActivity>(`/api/v1/abuse/${encodeURIComponent(viewer)}`, { query: period, signal }),
  });

/** Blocks, the newest first, 50 at a time. */
export const blocksQuery = () =>
  infiniteQueryOptions({
    queryKey: ['abuse', 'blocks'],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<BlockList>('/api/v1/blocks', { query: { cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** What a block would take; `all` is every event there is. */
export const previewQuery = (viewer: string, all: boolean) =>
  queryOptions({
    queryKey: ['abuse', 'preview', viewer, all],
    queryFn: ({ signal }) =>
      fetchJson<BlockPreview>('/api/v1/blocks/preview', { query: { viewer, ...(all && { void: 'true' }) }, signal }),
    staleTime: 0,
  });

export const blockViewer = (json: z.input<typeof BlockCreate>) => fetchJson<Block>('/api/v1/blocks', { json });

export const liftBlock = (id: number) => fetchJson<Block>(`/api/v1/blocks/${id}`, { method: 'DELETE' });
