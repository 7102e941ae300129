import { accountErrors } from '@/lib/accounts/errors';
import { listDemoPeople } from '@/lib/accounts/queries/list-demo-people';
import { ownAddress } from '@/lib/accounts/rules';
import { DemoPeople, DemoSignIn } from '@/lib/accounts/schema';
import { sessionCookie, sessionTokenIn } from '@/lib/accounts/session-cookie';
import { signInDemoPerson } from '@/lib/accounts/sign-in-demo-person';
import { signInWays } from '@/lib/accounts/sign-in-ways';
import { siteOrigin } from '@/lib/accounts/site-origin';
import { route } from '@/lib/http/route';

export const GET = route({
  summary: 'The people of the demo. There are none outside demo mode, or where Google signs people in.',
  scope: null,
  response: DemoPeople,
  handle: async () => {
    if (!signInWays().demo) throw accountErrors.noDemoSignIn();
    return { items: await listDemoPeople() };
  },
});

export const POST = route({
  summary: 'Signs in as a person of the demo.',
  scope: null,
  body: DemoSignIn,
  handle: async ({ body, request, now }) => {
    if (!signInWays().demo) throw accountErrors.noDemoSignIn();
    const replacedToken = sessionTokenIn(request.headers.get('cookie') ?? '');
    const { token, expiresAt } = await signInDemoPerson({ userId: body.userId, replacedToken, now });
    const origin = siteOrigin(request);
    const headers = { 'set-cookie': sessionCookie(token, expiresAt, origin), 'cache-control': 'no-store' };
    return Response.json({ url: ownAddress(body.callbackUrl, origin) }, { headers });
  },
});
