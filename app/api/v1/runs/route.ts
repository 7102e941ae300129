import { listRuns } from '@/lib/events/queries/list-runs';
import { queueRun } from '@/lib/events/queue-run';
import { RunList, RunQuery, RunQueued, RunRequest } from '@/lib/events/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Attempts to settle days, newest first.',
  scope: 'runs:read',
  query: RunQuery,
  response: RunList,
  handle: ({ query }) => listRuns(query),
});

export const POST = route({
  summary: 'Queues the settling of a past day; it begins within a minute.',
  scope: 'runs:write',
  body: RunRequest,
  response: RunQueued,
  status: 202,
  handle: ({ body, ...call }) => queueRun({ ...body, ...call }),
});
