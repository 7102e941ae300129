import { route } from '@/lib/http/route';
import { DayParams, DayQueued } from '@/lib/settlement/day-schema';
import { runSettlementDay } from '@/lib/settlement/run-settlement-day';

export const POST = route({
  summary: 'Queues a run of a past day that is not closed; it begins within moments.',
  scope: 'settlements:write',
  params: DayParams,
  response: DayQueued,
  status: 202,
  handle: ({ params, ...call }) => runSettlementDay({ ...params, ...call }),
});
