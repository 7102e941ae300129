import { route } from '@/lib/http/route';
import { listStatementLines } from '@/lib/settlement/queries/list-statement-lines';
import { statementInSight } from '@/lib/settlement/statement-in-sight';
import { StatementLineList, StatementLineQuery, StatementPath } from '@/lib/settlement/statement-schema';

export const GET = route({
  summary: 'The videos of a statement, what earned most first, with adjustments of closed days.',
  scope: 'settlements:read',
  params: StatementPath,
  query: StatementLineQuery,
  response: StatementLineList,
  handle: ({ params, query, actor }) => listStatementLines({ ...statementInSight(actor, params.id), ...query }),
});
