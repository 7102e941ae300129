import { summarizeJobs } from '@/lib/dashboard/queries/summarize-jobs';
import { JobsSummary } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'How many jobs there are by task and state, and how long the oldest has waited.',
  scope: 'jobs:read',
  response: JobsSummary,
  handle: ({ now }) => summarizeJobs(now),
});
