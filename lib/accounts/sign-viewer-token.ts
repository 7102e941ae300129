import { SignJWT } from 'jose';
import { viewerTokenSecret } from './viewer-token';

/** Does what a platform's own server does for its members: names one to a publishable key, until `expiresAt`. */
export function signViewerToken(member: { keyId: number; memberId: string; expiresAt: Date }): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(member.memberId)
    .setExpirationTime(member.expiresAt)
    .sign(new TextEncoder().encode(viewerTokenSecret(member.keyId)));
}
