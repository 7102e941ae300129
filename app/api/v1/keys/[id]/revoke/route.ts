import { revokeKey } from '@/lib/accounts/revoke-key';
import { ApiKey, IdInPath } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const POST = route({
  summary: 'Ends a key for good; a second time changes nothing.',
  scope: 'keys:write',
  params: IdInPath,
  response: ApiKey,
  handle: ({ params, ...by }) => revokeKey({ keyId: params.id, ...by }),
});
