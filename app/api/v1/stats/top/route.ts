import { listTop } from '@/lib/dashboard/queries/list-top';
import { Top, TopQuery } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'The top contents of the day, week or month that holds a date.',
  scope: 'stats:read',
  query: TopQuery,
  response: Top,
  handle: ({ query }) => listTop(query),
});
