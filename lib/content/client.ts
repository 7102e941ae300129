import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { Page } from '@/lib/kernel/page';
import type { Content, ContentSort, ContentUpdate, Imported, Kind } from './schema';

export type ContentFilter = {
  search?: string | null;
  kind?: Kind | null;
  archived?: boolean | null;
  sort?: ContentSort;
};

export const listContents = (
  filter: ContentFilter & { limit?: number; cursor?: string | null },
  signal?: AbortSignal,
) => fetchJson<Page<Content>>('/api/v1/contents', { query: filter, ...(signal && { signal }) });

/** The list, 50 at a time. */
export const contentsQuery = (filter: ContentFilter) =>
  infiniteQueryOptions({
    queryKey: ['contents', 'list', filter],
    queryFn: ({ signal, pageParam }) => listContents({ ...filter, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const contentQuery = (id: number) =>
  queryOptions({
    queryKey: ['contents', 'one', id],
    queryFn: ({ signal }) => fetchJson<Content>(`/api/v1/contents/${id}`, { signal }),
  });

export const createContent = (json: object) => fetchJson<Content>('/api/v1/contents', { json });

export const updateContent = (id: number, json: ContentUpdate) =>
  fetchJson<Content>(`/api/v1/contents/${id}`, { method: 'PATCH', json });

/** JSON lines, as typed or read from a file. */
export const importContents = (lines: string) =>
  fetchJson<Imported>('/api/v1/contents/import', { text: lines, headers: { 'content-type': 'application/x-ndjson' } });

/** People who may own contents, for pickers. */
export const listCreators = (search: string, signal?: AbortSignal) =>
  fetchJson<Page<{ id: number; name: string | null; email: string }>>('/api/v1/users', {
    query: { role: 'creator', search, limit: 20 },
    ...(signal && { signal }),
  });
