import { route } from '@/lib/http/route';
import { DayParams, SettlementDayDetail } from '@/lib/settlement/day-schema';
import { getDay } from '@/lib/settlement/queries/get-day';

export const GET = route({
  summary: 'A business day with its tariff, the checksum of its lines, and its runs with their steps and progress.',
  scope: 'settlements:write',
  params: DayParams,
  response: SettlementDayDetail,
  handle: ({ params, now }) => getDay(params.day, now),
});
