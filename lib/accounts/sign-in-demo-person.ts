import { eq } from 'drizzle-orm';
import { demoPeople } from '@/db/schema/accounts';
import { transaction } from '@/lib/platform/database';
import { closeSession } from './close-session';
import { accountErrors } from './errors';
import { makeSessionToken, openSession, SESSION_SECONDS } from './open-session';

type DemoSignIn = { userId: number; replacedToken: string | null; now: Date };

/** Opens a session for a person of the demo, in place of the one that the browser had. Errors: accounts/user-not-found. */
export async function signInDemoPerson({ userId, replacedToken, now }: DemoSignIn) {
  const token = makeSessionToken();
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000);
  await transaction(async (tx) => {
    const [person] = await tx.select().from(demoPeople).where(eq(demoPeople.userId, userId));
    if (!person) throw accountErrors.userNotFound();
    if (replacedToken !== null) await closeSession(tx, replacedToken);
    await openSession(tx, { userId, token, expiresAt, now });
  });
  return { token, expiresAt };
}
