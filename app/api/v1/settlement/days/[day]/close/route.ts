import { route } from '@/lib/http/route';
import { closeSettlementDay } from '@/lib/settlement/close-settlement-day';
import { DayParams, SettlementDayDetail } from '@/lib/settlement/day-schema';

export const POST = route({
  summary: 'Closes a settled day for good and says what it closed in figures; again changes nothing.',
  scope: 'settlements:write',
  params: DayParams,
  response: SettlementDayDetail,
  handle: ({ params, ...call }) => closeSettlementDay({ ...params, ...call }),
});
