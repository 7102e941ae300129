import { route } from '@/lib/http/route';
import { DayLineList, DayLineQuery, DayParams } from '@/lib/settlement/day-schema';
import { listDayLines } from '@/lib/settlement/queries/list-day-lines';

export const GET = route({
  summary: 'The settlement lines of a day, by amount, views or content.',
  scope: 'settlements:write',
  params: DayParams,
  query: DayLineQuery,
  response: DayLineList,
  handle: ({ params, query }) => listDayLines(params.day, query),
});
