import { and, eq } from 'drizzle-orm';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { identities, sessions, users } from '@/db/schema/accounts';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import { closeSession } from './close-session';
import { openSession } from './open-session';

/** next-auth's sessions in our tables, by the hash of their token. People are admitted before, by `admitPerson`; next-auth makes none. */
export const sessionAdapter: Adapter = {
  async getUserByAccount({ provider, providerAccountId }) {
    const [row] = await db()
      .select({ user: users })
      .from(identities)
      .innerJoin(users, eq(users.id, identities.userId))
      .where(and(eq(identities.provider, provider), eq(identities.providerAccountId, providerAccountId)));
    return row ? personOf(row.user) : null;
  },

  async createSession({ sessionToken, userId, expires }) {
    await openSession(db(), { userId: Number(userId), token: sessionToken, expiresAt: expires, now: now() });
    return { sessionToken, userId, expires };
  },

  async getSessionAndUser(sessionToken) {
    const [row] = await db()
      .select({ user: users, expires: sessions.expiresAt })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(eq(sessions.tokenHash, sha256(sessionToken)));
    if (!row) return null;
    const user = personOf(row.user);
    return { user, session: { sessionToken, userId: user.id, expires: row.expires } };
  },

  async updateSession({ sessionToken, expires }) {
    if (expires) {
      await db()
        .update(sessions)
        .set({ expiresAt: expires })
        .where(eq(sessions.tokenHash, sha256(sessionToken)));
    }
    return null;
  },

  async deleteSession(sessionToken) {
    await closeSession(db(), sessionToken);
  },
};

/**
 * The same while somebody comes back from Google: the session that the browser had ends, whoever's it was. next-auth
 * would otherwise keep it, or refuse because another person is signed in.
 */
export const replacingAdapter: Adapter = {
  ...sessionAdapter,
  async getSessionAndUser(sessionToken) {
    await closeSession(db(), sessionToken);
    return null;
  },
};

/** next-auth's ids are texts, ours are numbers. */
function personOf({ id, email, emailVerifiedAt, name, imageUrl }: typeof users.$inferSelect): AdapterUser {
  return { id: String(id), email, emailVerified: emailVerifiedAt, name, image: imageUrl };
}
