import { readStatus } from '@/lib/dashboard/queries/read-status';
import { Status } from '@/lib/dashboard/status-schema';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = route({
  summary: 'What this server says of itself: readiness with reasons, pools, jobs, crons, days, recent failures.',
  scope: 'jobs:read',
  response: Status,
  handle: ({ now }) => readStatus(now),
});
