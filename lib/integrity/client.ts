import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { Integrity } from './schema';

/** Looks anew each time it is asked, which costs the database something: never by itself. */
export const integrityQuery = () =>
  queryOptions({
    queryKey: ['integrity'],
    queryFn: ({ signal }) => fetchJson<Integrity>('/api/v1/integrity', { signal }),
    staleTime: 5 * 60_000,
    retry: false,
  });
