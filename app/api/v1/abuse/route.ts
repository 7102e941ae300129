import { listSuspects } from '@/lib/abuse/queries/list-suspects';
import { AbuseQuery, SuspectList } from '@/lib/abuse/schema';
import { route } from '@/lib/http/route';
import { calendar } from '@/lib/platform/calendar';

export const GET = route({
  summary: 'Viewers with the most refusals or the highest rates, in 1 to 31 days; the last seven when none are named.',
  scope: 'abuse:read',
  query: AbuseQuery,
  response: SuspectList,
  handle: ({ query, now }) => listSuspects(query, calendar().dayOf(now)),
});
