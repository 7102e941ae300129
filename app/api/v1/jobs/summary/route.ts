import { route } from '@/lib/http/route';
import { JobsSummary } from '@/lib/status/job-schema';
import { summarizeJobs } from '@/lib/status/queries/summarize-jobs';

export const GET = route({
  summary: 'How many jobs there are by task and state, and how long the oldest has waited.',
  scope: 'jobs:read',
  response: JobsSummary,
  handle: ({ now }) => summarizeJobs(now),
});
