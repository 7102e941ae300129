import { createKey } from '@/lib/accounts/create-key';
import { listKeys } from '@/lib/accounts/queries/list-keys';
import { ApiKeys, ListQuery, MadeKey, NewKey } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'API keys, revoked ones too, newest first.',
  scope: 'keys:read',
  query: ListQuery,
  response: ApiKeys,
  handle: ({ query }) => listKeys(query),
});

export const POST = route({
  summary: 'Makes an API key; this answer alone holds it.',
  scope: 'keys:write',
  body: NewKey,
  response: MadeKey,
  status: 201,
  handle: ({ body, ...by }) => createKey({ wanted: body, ...by }),
});
