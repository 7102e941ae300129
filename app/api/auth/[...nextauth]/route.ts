import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/accounts/auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own doors: to Google and back, and out. The server tells it our address as NEXTAUTH_URL. */
const answer = (request: NextRequest, context: Context): Promise<Response> =>
  NextAuth(request, context, authOptions(request.headers.get('x-request-id') ?? randomUUID()));

export { answer as GET, answer as POST };
