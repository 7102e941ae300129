const OVER_HTTP = 'next-auth.session-token';
const OVER_HTTPS = '__Secure-next-auth.session-token';

/** Cookie names that next-auth uses over http and https. */
export const SESSION_COOKIES = [OVER_HTTP, OVER_HTTPS];

/** The `Set-Cookie` value of a session, as next-auth would write it for a site of this origin. */
export function sessionCookie(token: string, expiresAt: Date, origin: string): string {
  const secure = origin.startsWith('https:');
  const attributes = `Path=/; Expires=${expiresAt.toUTCString()}; HttpOnly;${secure ? ' Secure;' : ''} SameSite=Lax`;
  return `${secure ? OVER_HTTPS : OVER_HTTP}=${token}; ${attributes}`;
}

/** The session token in a `Cookie` header; null without one, or with one that is none of ours. */
export function sessionTokenIn(cookies: string): string | null {
  for (const pair of cookies.split(';')) {
    const [name = '', value = ''] = pair.trim().split('=');
    if (SESSION_COOKIES.includes(name) && /^[\w-]+$/.test(value)) return value;
  }
  return null;
}
