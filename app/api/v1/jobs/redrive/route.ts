import { redriveJobs } from '@/lib/dashboard/redrive-jobs';
import { JobsRedrive, JobsRedriven } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Runs failed jobs again, those named or all of a task.',
  scope: 'jobs:write',
  body: JobsRedrive,
  response: JobsRedriven,
  handle: ({ body, ...call }) => redriveJobs({ wanted: body, ...call }),
});
