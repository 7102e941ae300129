import { accountErrors } from '@/lib/accounts/errors';
import { listDemoPeople } from '@/lib/accounts/queries/list-demo-people';
import { DemoPeople, DemoSignIn } from '@/lib/accounts/schema';
import { sessionCookie, sessionTokenIn } from '@/lib/accounts/session-cookie';
import { signInDemoPerson } from '@/lib/accounts/sign-in-demo-person';
import { signInWays } from '@/lib/accounts/sign-in-ways';
import { siteOrigin } from '@/lib/accounts/site-origin';
import { parseAs, readJson, readText } from '@/lib/http/body';
import { callbackPath } from '@/lib/http/callback-path';
import { takeTry } from '@/lib/http/limit';
import { route } from '@/lib/http/route';

const BODY_LIMIT_BYTES = 4096;

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
  summary: 'Signs in as a person of the demo, by JSON or by a form.',
  scope: null,
  handle: async ({ request, now }) => {
    if (!signInWays().demo) throw accountErrors.noDemoSignIn();
    if (request.headers.get('sec-fetch-site') === 'cross-site') throw accountErrors.crossSite();
    await takeTry(request, 'sign-in');
    const form = request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
    const { userId, callbackUrl } = parseAs(
      DemoSignIn,
      await (form ? readForm(request) : readJson(request, BODY_LIMIT_BYTES)),
    );
    const replacedToken = sessionTokenIn(request.headers.get('cookie') ?? '');
    const { token, expiresAt } = await signInDemoPerson({ userId, replacedToken, now });
    const headers = { 'set-cookie': sessionCookie(token, expiresAt, siteOrigin(request)), 'cache-control': 'no-store' };
    // A path, so that the browser stays on the host whose cookie this is.
    const url = callbackPath(callbackUrl);
    return form
      ? new Response(null, { status: 303, headers: { ...headers, location: url } })
      : Response.json({ url }, { headers });
  },
});

async function readForm(request: Request): Promise<unknown> {
  return Object.fromEntries(new URLSearchParams(await readText(request, BODY_LIMIT_BYTES)));
}
