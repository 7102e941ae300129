import { randomBytes } from 'node:crypto';
import { and, eq, lte } from 'drizzle-orm';
import { sessions } from '@/db/schema/accounts';
import type { Db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';

export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** A value for the session cookie that nobody guesses: 256 random bits. */
export function makeSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Begins a session under the hash of its token, and sweeps the person's expired ones away. */
export async function openSession(
  tx: Db,
  { userId, token, expiresAt, now }: { userId: number; token: string; expiresAt: Date; now: Date },
): Promise<void> {
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)));
  await tx.insert(sessions).values({ tokenHash: sha256(token), userId, createdAt: now, expiresAt });
}
