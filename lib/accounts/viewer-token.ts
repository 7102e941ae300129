import { compactVerify, errors } from 'jose';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { OpaqueId } from '@/lib/kernel/fields';
import { secretFor, sha256 } from '@/lib/platform/secret';
import { singleton } from '@/lib/platform/singleton';

export type ViewerTokenVerdict =
  | { ok: true; memberId: string; expiresAt: Date }
  | { ok: false; reason: 'malformed' | 'forged' };

/** With this the platform's server signs viewer tokens for a publishable key. Derived, so that it is stored nowhere. */
export function viewerTokenSecret(keyId: number): string {
  return secretFor(`viewer-token:${keyId}`);
}

/**
 * The member that a token (JWT, HS256, `sub` and `exp` in seconds) names. Whether it is expired is not judged here:
 * an event compares `expiresAt` with its own time, and may arrive later than that.
 */
export function verifyViewerToken(token: string, keyId: number): Promise<ViewerTokenVerdict> {
  if (token.length > LONGEST_TOKEN) return Promise.resolve({ ok: false, reason: 'malformed' });
  const name = sha256(`${keyId}:${token}`);
  const cached = verdicts().get(name);
  if (cached) return cached;
  const verdict = verify(token, viewerTokenSecret(keyId));
  verdicts().set(name, verdict);
  return verdict;
}

const LONGEST_TOKEN = 2048;

// One page sends the same token with each of its events; a verdict depends on nothing but the token and the key.
const verdicts = () =>
  singleton('viewer-tokens', () => new LRUCache<string, Promise<ViewerTokenVerdict>>({ max: 5000 }));

const Claims = z.object({
  sub: OpaqueId,
  // A JavaScript date ends 8.64e12 seconds after the epoch.
  exp: z.number().min(0).max(8.64e12),
});

async function verify(token: string, secret: string): Promise<ViewerTokenVerdict> {
  try {
    const { payload } = await compactVerify(token, new TextEncoder().encode(secret), { algorithms: ['HS256'] });
    const claims = Claims.safeParse(JSON.parse(new TextDecoder().decode(payload)));
    if (!claims.success) return { ok: false, reason: 'malformed' };
    return { ok: true, memberId: claims.data.sub, expiresAt: new Date(claims.data.exp * 1000) };
  } catch (error) {
    const forged = error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed;
    return { ok: false, reason: forged ? 'forged' : 'malformed' };
  }
}
