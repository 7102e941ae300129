import { changeKey } from '@/lib/accounts/change-key';
import { ApiKey, IdInPath, KeyChange } from '@/lib/accounts/schema';
import { route } from '@/lib/http/route';

export const PATCH = route({
  summary: "Changes a key's name, allowed origins or rate; never its scopes.",
  scope: 'keys:write',
  params: IdInPath,
  body: KeyChange,
  response: ApiKey,
  handle: ({ params, body, ...by }) => changeKey({ keyId: params.id, change: body, ...by }),
});
