import { route } from '@/lib/http/route';
import { getStatement } from '@/lib/settlement/queries/get-statement';
import { statementInSight } from '@/lib/settlement/statement-in-sight';
import { Statement, StatementPath } from '@/lib/settlement/statement-schema';

export const GET = route({
  summary: 'What a creator earned in a month: total, withholding, net, what was not counted and why, and the payout.',
  scope: 'settlements:read',
  params: StatementPath,
  response: Statement,
  handle: ({ params, actor }) => getStatement(statementInSight(actor, params.id)),
});
