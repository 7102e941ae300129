import type { AuthOptions } from 'next-auth';
import { z } from 'zod';
import { DomainError } from '@/lib/kernel/error';
import { now } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { secretFor } from '@/lib/platform/secret';
import { admitPerson } from './admit-person';
import { makeSessionToken, SESSION_SECONDS } from './open-session';
import { ownAddress } from './rules';
import { replacingAdapter, sessionAdapter } from './session-adapter';
import { signInWays } from './sign-in-ways';

type Provider = AuthOptions['providers'][number];

const SIGN_IN_PAGE = '/sign-in';

/** How next-auth signs people in with Google: sessions in the database for 30 days, verified addresses only. */
export function authOptions({ requestId, action }: { requestId: string; action: string }): AuthOptions {
  return {
    secret: secretFor('next-auth'),
    providers: signInWays().google ? [google()] : [],
    adapter: action === 'callback' ? replacingAdapter : sessionAdapter,
    session: { strategy: 'database', maxAge: SESSION_SECONDS, generateSessionToken: makeSessionToken },
    pages: { signIn: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      signIn: ({ account, profile }) => admit(account?.provider ?? '', profile, requestId),
    },
    logger: {
      error: (code, facts) => console.warn(`${requestId} sign-in: ${code} ${reasonOf(facts)}`),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Also any other OpenID Connect server, by GOOGLE_ISSUER. */
function google(): Provider {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER } = env();
  const issuer = GOOGLE_ISSUER.replace(/\/$/, '');
  return {
    id: 'google',
    name: 'Google',
    type: 'oauth',
    ...(GOOGLE_CLIENT_ID && { clientId: GOOGLE_CLIENT_ID }),
    ...(GOOGLE_CLIENT_SECRET && { clientSecret: GOOGLE_CLIENT_SECRET }),
    issuer,
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile', prompt: 'select_account' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: ({ sub, email }: { sub: string; email: string }) => ({ id: sub, email }),
  };
}

const Profile = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.boolean().default(false),
  name: z.string().max(200).nullish(),
  picture: z.url().nullish(),
});

/** True, or the page that says why not; next-auth would put the message of an error into the address bar. */
async function admit(provider: string, profile: unknown, requestId: string): Promise<true | string> {
  try {
    const { sub, email, email_verified, name = null, picture = null } = Profile.parse(profile);
    const claims = { provider, providerAccountId: sub, email, emailVerified: email_verified, name, imageUrl: picture };
    await admitPerson({ claims, requestId, now: now() });
    return true;
  } catch (error) {
    if (error instanceof DomainError) return `${SIGN_IN_PAGE}?error=EmailNotVerified`;
    console.error(requestId, error);
    return `${SIGN_IN_PAGE}?error=Callback`;
  }
}

function reasonOf(facts: unknown): string {
  const error = typeof facts === 'object' && facts !== null && 'error' in facts ? facts.error : facts;
  return error instanceof Error ? error.message : '';
}
