import { route } from '@/lib/http/route';
import { DayQuery, SettlementDayList } from '@/lib/settlement/day-schema';
import { listDays } from '@/lib/settlement/queries/list-days';

export const GET = route({
  summary: 'Business days with their state, counts and amounts, newest first.',
  scope: 'settlements:write',
  query: DayQuery,
  response: SettlementDayList,
  handle: ({ query, now }) => listDays(query, now),
});
