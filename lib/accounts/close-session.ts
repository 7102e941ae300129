import { eq } from 'drizzle-orm';
import { sessions } from '@/db/schema/accounts';
import type { Db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';

/** Ends the session of a cookie, as when a person signs out; none is fine too. */
export async function closeSession(tx: Db, token: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, sha256(token)));
}
