import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson } from '@/lib/http/client';
import type { NoticeList, NoticesRead } from './schema';

const pathOf = (memberId: string) => `/api/v1/members/${encodeURIComponent(memberId)}/notices`;

/** The newest notices of a member; asked now and then too, since not every server keeps a stream open. */
export const noticesQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['notices', memberId],
    queryFn: ({ signal }) => fetchJson<NoticeList>(pathOf(memberId), { signal }),
    refetchInterval: 60_000,
    retry: false,
  });

export const readNotices = ({ memberId, upTo }: { memberId: string; upTo: number }) =>
  fetchJson<z.infer<typeof NoticesRead>>(`${pathOf(memberId)}/read`, { json: { upTo } });

/** Where a browser hears of new notices as they come. */
export const NOTICE_STREAM = '/api/v1/me/notices/stream';
