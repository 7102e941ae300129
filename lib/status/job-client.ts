import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { fetchJson } from '@/lib/http/client';
import type { Job, JobList, JobsRedrive, JobsRedriven, JobsSummary } from './job-schema';

export type JobFilter = { state: Job['state']; task: string | null };

/** Jobs of one state, newest first, 50 at a time. */
export const jobsQuery = (filter: JobFilter) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'list', filter],
    queryFn: ({ signal, pageParam }) =>
      fetchJson<JobList>('/api/v1/jobs', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

export const jobsSummaryQuery = () =>
  queryOptions({
    queryKey: ['jobs', 'summary'],
    queryFn: ({ signal }) => fetchJson<JobsSummary>('/api/v1/jobs/summary', { signal }),
  });

/** Runs failed jobs again from their first attempt. */
export const redriveJobs = (json: JobsRedrive) => fetchJson<JobsRedriven>('/api/v1/jobs/redrive', { json });
