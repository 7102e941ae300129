'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type JobFilter, jobsQuery, jobsSummaryQuery } from '@/lib/status/job-client';

const WATCHING_MILLISECONDS = 3000;

/** The jobs as they are now, looked at again by themselves while the page is in sight. */
export function useJobs(filter: JobFilter) {
  const summary = useQuery({ ...jobsSummaryQuery(), refetchInterval: WATCHING_MILLISECONDS });
  const list = useInfiniteQuery({
    ...jobsQuery(filter),
    // Every page that was loaded is asked for again, so many are asked for less often.
    refetchInterval: ({ state }) => WATCHING_MILLISECONDS * Math.max(1, state.data?.pages.length ?? 0),
  });
  return { summary, list, jobs: list.data?.pages.flatMap((page) => page.items) };
}
