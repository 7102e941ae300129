import { route } from '@/lib/http/route';
import { readStatus } from '@/lib/status/queries/read-status';
import { Status } from '@/lib/status/schema';

export const dynamic = 'force-dynamic';

export const GET = route({
  summary: 'What this server says of itself: readiness with reasons, pools, jobs, crons, days, recent failures.',
  scope: 'jobs:read',
  response: Status,
  handle: ({ now }) => readStatus(now),
});
