import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { Status } from './schema';

const EVERY_MILLISECONDS = 15_000;

/** What the server says of itself; asked again while somebody looks. */
export const statusQuery = () =>
  queryOptions({
    queryKey: ['status'],
    queryFn: ({ signal }) => fetchJson<Status>('/api/v1/status', { signal }),
    refetchInterval: EVERY_MILLISECONDS,
  });
