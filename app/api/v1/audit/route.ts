import { listAudit } from '@/lib/accounts/queries/list-audit';
import { AuditItems, AuditQuery } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Every change of an admin, newest first.',
  scope: 'audit:read',
  query: AuditQuery,
  response: AuditItems,
  handle: ({ query }) => listAudit(query),
});
