import { getMe } from '@/lib/accounts/queries/get-me';
import { Me } from '@/lib/accounts/schema';
import { signedInUser } from '@/lib/accounts/signed-in-user';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'Who is signed in, and what the roles allow.',
  scope: 'signed-in',
  response: Me,
  handle: ({ actor }) => getMe(signedInUser(actor)),
});
