import { randomUUID } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { contentPolicy } from '@/lib/http/content-policy';
import { PATH_HEADER } from '@/lib/http/path-header';
import { env } from '@/lib/platform/env';

/** Tells the page its own address, so that sign-in can lead back to it, and the browser what the page may do. */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentPolicy({
    nonce: randomUUID(),
    assets: env().ASSET_BASE_URL,
    signIn: env().GOOGLE_ISSUER,
    secure: env().BOXOFFICE_URL?.startsWith('https:') === true,
    dev: process.env.NODE_ENV !== 'production',
  });
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('content-security-policy', policy); // Next gives its own scripts the nonce that it finds here
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

// A page's address may hold dots, as the name of a viewer does: what is no page is named one by one.
export const config = { matcher: ['/((?!api/|_next/|assets/|sdk\\.m?js$|icon\\.svg$|robots\\.txt$).*)'] };
