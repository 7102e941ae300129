import { route } from '@/lib/http/route';
import { ComparisonRun } from '@/lib/settlement/comparison-schema';
import { DayParams, DayQueued } from '@/lib/settlement/day-schema';
import { getComparison } from '@/lib/settlement/queries/get-comparison';
import { queueComparison } from '@/lib/settlement/queue-comparison';

export const GET = route({
  summary: 'The newest comparison of a day: what a run of it would have changed.',
  scope: 'settlements:write',
  params: DayParams,
  response: ComparisonRun,
  handle: ({ params }) => getComparison(params.day),
});

export const POST = route({
  summary: 'Queues a look at what a run of a past day would change; nothing of it is kept.',
  scope: 'settlements:write',
  params: DayParams,
  response: DayQueued,
  status: 202,
  handle: ({ params, ...call }) => queueComparison({ ...params, ...call }),
});
