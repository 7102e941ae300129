import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { MailList, MailQuery, MailShown, MailSummary, MailsRedriven } from './schema';

const SOON_MILLISECONDS = 5000;

/** The outbox, newest first, 50 at a time. */
export const mailsQuery = (filter: Pick<Partial<MailQuery>, 'state'>) =>
  infiniteQueryOptions({
    queryKey: ['mails', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<MailList>('/api/v1/mails', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Asked again while something waits and the page is in sight. */
export const mailSummaryQuery = () =>
  queryOptions({
    queryKey: ['mails', 'summary'],
    queryFn: ({ signal }) => fetchJson<MailSummary>('/api/v1/mails/summary', { signal }),
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? SOON_MILLISECONDS : false),
  });

export const mailQuery = (id: number) =>
  queryOptions({
    queryKey: ['mails', 'one', id],
    queryFn: ({ signal }) => fetchJson<MailShown>(`/api/v1/mails/${id}`, { signal }),
  });

export const redriveMails = (ids: number[]) =>
  fetchJson<z.infer<typeof MailsRedriven>>('/api/v1/mails/redrive', { json: { ids } });
