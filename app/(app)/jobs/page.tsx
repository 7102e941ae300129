import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { SearchParams } from 'nuqs/server';
import { JobsScreen } from '@/components/jobs/jobs-screen';
import { loadJobsSearch } from '@/components/jobs/search';
import { requireAdminPage } from '@/lib/http/page-actor';
import { now } from '@/lib/platform/clock';
import { jobsQuery, jobsSummaryQuery } from '@/lib/status/job-client';
import { JobQuery } from '@/lib/status/job-schema';
import { listJobs } from '@/lib/status/queries/list-jobs';
import { summarizeJobs } from '@/lib/status/queries/summarize-jobs';

export default async function JobsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdminPage();
  const { state, task } = await loadJobsSearch(searchParams);
  const client = new QueryClient();
  const first = () => listJobs(JobQuery.parse({ state, task: task ?? undefined }));
  const summary = () => summarizeJobs(now());
  await client.prefetchInfiniteQuery({ ...jobsQuery({ state, task }), queryFn: first });
  await client.prefetchQuery({ ...jobsSummaryQuery(), queryFn: summary });
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <JobsScreen />
    </HydrationBoundary>
  );
}
