import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth-options';
import { accountErrors } from '@/lib/accounts/errors';
import { takeTry } from '@/lib/http/limit';
import { problemResponse } from '@/lib/http/problem';
import { requestIdOf } from '@/lib/http/request-id';

type Context = { params: Promise<{ nextauth: string[] }> };

/** What people and our screens need of next-auth; it has a door more, through which anybody could write into our log. */
const ACTIONS = ['signin', 'callback', 'signout', 'session', 'csrf', 'providers', 'error'];

/** Those that ask Google, or begin a session. */
const TRIES = ['signin', 'callback'];

/** next-auth's own doors: to Google and back, and out. The server tells it our address as NEXTAUTH_URL. */
async function answer(request: NextRequest, context: Context): Promise<Response> {
  const requestId = requestIdOf(request);
  const [action = ''] = (await context.params).nextauth;
  if (!ACTIONS.includes(action)) return problemResponse(accountErrors.noSignInAction(), requestId);
  if (TRIES.includes(action)) {
    const refusal = await takeTry(request, 'sign-in').catch((error: unknown) => error);
    if (refusal) return problemResponse(refusal, requestId);
  }
  return NextAuth(request, context, authOptions({ requestId, action }));
}

export { answer as GET, answer as POST };
