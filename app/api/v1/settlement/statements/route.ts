import { route } from '@/lib/http/route';
import { calendar } from '@/lib/platform/calendar';
import { creatorInSight } from '@/lib/settlement/creator-in-sight';
import { listStatements } from '@/lib/settlement/queries/list-statements';
import { StatementList, StatementQuery } from '@/lib/settlement/statement-schema';

export const GET = route({
  summary:
    'Statements, the latest month first. With creatorId, and for a creator, those of open months too, provisional.',
  scope: 'settlements:read',
  query: StatementQuery,
  response: StatementList,
  handle: ({ query, actor, now }) =>
    listStatements({ ...query, creatorId: creatorInSight(actor, query.creatorId), today: calendar().dayOf(now) }),
});
