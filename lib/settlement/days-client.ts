import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { fetchJson, Problem } from '@/lib/http/client';
import type { ComparisonRun } from './comparison-schema';
import type {
  DayLineList,
  DayLineQuery,
  DayQueued,
  SettlementDay,
  SettlementDayDetail,
  SettlementDayList,
} from './day-schema';
import type { TariffCreate, TariffList, TariffVersion } from './tariff-schema';

const DAYS = '/api/v1/settlement/days';

/** The days of a month, `YYYY-MM`. */
export const daysQuery = (month: string) =>
  queryOptions({
    queryKey: ['settlement-days', 'month', month],
    queryFn: ({ signal }): Promise<SettlementDay[]> =>
      fetchJson<SettlementDayList>(DAYS, { query: { month }, signal }).then(({ items }) => items),
    placeholderData: keepPreviousData,
  });

/** One day with its newest runs. */
export const dayQuery = (day: string) =>
  queryOptions({
    queryKey: ['settlement-days', 'day', day],
    queryFn: ({ signal }) => fetchJson<SettlementDayDetail>(`${DAYS}/${day}`, { signal }),
  });

export type LineFilter = Pick<DayLineQuery, 'sort' | 'order'>;

/** The lines of a day, 50 at a time. */
export const dayLinesQuery = (day: string, filter: LineFilter) =>
  infiniteQueryOptions({
    queryKey: ['settlement-days', 'lines', day, filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<DayLineList>(`${DAYS}/${day}/lines`, { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** The newest comparison of a day; null when there is none yet. */
export const comparisonQuery = (day: string) =>
  queryOptions({
    queryKey: ['settlement-days', 'comparison', day],
    queryFn: ({ signal }): Promise<ComparisonRun | null> =>
      fetchJson<ComparisonRun>(`${DAYS}/${day}/compare`, { signal }).catch((error) => {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }),
  });

const post = { method: 'POST' };

/** Queues a run; it begins within moments. */
export const runDay = (day: string) => fetchJson<DayQueued>(`${DAYS}/${day}/run`, post);

/** Queues a look at what a run would change. */
export const compareDay = (day: string) => fetchJson<DayQueued>(`${DAYS}/${day}/compare`, post);

/** Closes a settled day for good. */
export const closeDay = (day: string) => fetchJson<SettlementDayDetail>(`${DAYS}/${day}/close`, post);

type Tariffs = z.infer<typeof TariffList>;

/** Every tariff, the latest to take effect first. */
export const tariffsQuery = () =>
  queryOptions({
    queryKey: ['tariffs'],
    queryFn: ({ signal }): Promise<Tariffs['items']> =>
      fetchJson<Tariffs>('/api/v1/tariffs', { signal }).then(({ items }) => items),
  });

export const addTariff = (json: z.input<typeof TariffCreate>) =>
  fetchJson<z.infer<typeof TariffVersion>>('/api/v1/tariffs', { json });
