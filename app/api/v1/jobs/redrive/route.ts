import { route } from '@/lib/http/route';
import { JobsRedrive, JobsRedriven } from '@/lib/status/job-schema';
import { redriveJobs } from '@/lib/status/redrive-jobs';

export const POST = route({
  summary: 'Runs failed jobs again, those named or all of a task.',
  scope: 'jobs:write',
  body: JobsRedrive,
  response: JobsRedriven,
  handle: ({ body, ...call }) => redriveJobs({ wanted: body, ...call }),
});
