import { listJobs } from '@/lib/dashboard/queries/list-jobs';
import { JobList, JobQuery } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Jobs that wait, run, or have failed for good, newest first.',
  scope: 'jobs:read',
  query: JobQuery,
  response: JobList,
  handle: ({ query }) => listJobs(query),
});
