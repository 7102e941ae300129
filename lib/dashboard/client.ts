import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { LoggedEvent, Refreshed } from '@/lib/events/schema';
import { fetchJson } from '@/lib/http/client';
import type { Day, DayRange, Grain } from '@/lib/kernel/day';
import type { Page } from '@/lib/kernel/page';
import type { Hours, Intake, Stats, Top, TopBy } from './schema';

export type StatsQuestion = DayRange & { group: Grain; contentId: number | null };

/** Figures of a range; what was shown stays until the answer is here. */
export const statsQuery = (question: StatsQuestion) =>
  queryOptions({
    queryKey: ['stats', 'figures', question],
    queryFn: ({ signal }) => fetchJson<Stats>('/api/v1/stats', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

export type TopQuestion = { by: TopBy; period: Grain; date: Day };

export const topQuery = (question: TopQuestion) =>
  queryOptions({
    queryKey: ['stats', 'top', question],
    queryFn: ({ signal }) => fetchJson<Top>('/api/v1/stats/top', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

export const intakeQuery = (range: DayRange) =>
  queryOptions({
    queryKey: ['stats', 'intake', range],
    queryFn: ({ signal }) => fetchJson<Intake>('/api/v1/stats/intake', { query: range, signal }),
    placeholderData: keepPreviousData,
  });

export const hoursQuery = (question: { day: Day; contentId: number | null }) =>
  queryOptions({
    queryKey: ['stats', 'hours', question],
    queryFn: ({ signal }) => fetchJson<Hours>('/api/v1/stats/hours', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

/** The same for one content, also for a creator whose it was on that day. */
export const contentHoursQuery = (question: { day: Day; contentId: number }) =>
  queryOptions({
    queryKey: ['settlement', 'hours', question],
    queryFn: ({ signal }) => fetchJson<Hours>('/api/v1/settlements/hours', { query: question, signal }),
    placeholderData: keepPreviousData,
  });

export const refresh = () => fetchJson<Refreshed>('/api/v1/stats/refresh', { method: 'POST' });

export type DayEventsQuestion = {
  day: Day;
  contentId: number | null;
  hour: number | null;
  outcome: string | null;
  type: string | null;
};

/** The events of a day, 50 at a time. */
export const dayEventsQuery = (question: DayEventsQuestion) =>
  infiniteQueryOptions({
    queryKey: ['stats', 'events', question],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<Page<LoggedEvent>>('/api/v1/events', { query: { ...question, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
