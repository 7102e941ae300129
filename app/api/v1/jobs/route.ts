import { route } from '@/lib/http/route';
import { JobList, JobQuery } from '@/lib/status/job-schema';
import { listJobs } from '@/lib/status/queries/list-jobs';

export const GET = route({
  summary: 'Jobs that wait, run, or have failed for good, newest first.',
  scope: 'jobs:read',
  query: JobQuery,
  response: JobList,
  handle: ({ query }) => listJobs(query),
});
