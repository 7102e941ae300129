import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { demoPeople, sessions, userRoles, users } from '../schema/accounts';
import type { Handle } from './handle';

export type BuiltRole = 'admin' | 'advertiser' | 'creator' | 'member';
export type BuiltUser = typeof users.$inferSelect;
export type UserPlan = {
  email: string;
  name?: string;
  memberId?: string;
  roles?: readonly BuiltRole[];
  createdAt?: Date;
};

/** A person who has signed in before. The same e-mail address is the same person, with the same member id, in every database. */
export async function makeUser(db: Handle, plan: UserPlan): Promise<BuiltUser> {
  const { email, name = nameIn(email), memberId = memberIdOf(email), roles = [], createdAt } = plan;
  const [made] = await db
    .insert(users)
    .values({ email, name, memberId, emailVerifiedAt: createdAt ?? new Date(), ...(createdAt && { createdAt }) })
    .onConflictDoNothing()
    .returning();
  const user = made ?? (await findUser(db, email));
  await giveRoles(db, user.id, ['member', ...roles]);
  return user;
}

export async function giveRoles(db: Handle, userId: number, roles: readonly BuiltRole[]): Promise<void> {
  const rows = [...new Set(roles)].map((role) => ({ userId, role }));
  await db.insert(userRoles).values(rows).onConflictDoNothing();
}

/** Headers of a request from this person's browser on our own pages, with a new session behind them. */
export async function signedIn(db: Handle, userId: number): Promise<{ cookie: string; 'sec-fetch-site': string }> {
  const token = crypto.randomUUID();
  await db.insert(sessions).values({ tokenHash: sha256(token), userId, expiresAt: new Date(Date.now() + 86_400_000) });
  return { cookie: `next-auth.session-token=${token}`, 'sec-fetch-site': 'same-origin' };
}

/** The people of the demo, in the order in which the sign-in page offers them. */
export const DEMO_PEOPLE = [
  { email: 'admin@demo.boxoffice.example', name: '운영자 한지우', roles: ['admin'] },
  { email: 'haneul@demo.boxoffice.example', name: '이하늘', roles: ['creator'] },
  { email: 'daon@demo.boxoffice.example', name: '정다온', roles: ['creator'] },
  { email: 'narae@demo.boxoffice.example', name: '최나래', roles: ['advertiser'] },
  { email: 'bora@demo.boxoffice.example', name: '김보라', roles: [] },
  { email: 'sejin@demo.boxoffice.example', name: '오세진', roles: [] },
] as const satisfies UserPlan[];

/** Makes the people of the demo and offers them on the sign-in page; again is once. */
export async function makeDemoPeople(db: Handle, createdAt: Date): Promise<BuiltUser[]> {
  const made: BuiltUser[] = [];
  for (const [position, plan] of DEMO_PEOPLE.entries()) {
    const user = await makeUser(db, { ...plan, createdAt });
    await db.insert(demoPeople).values({ userId: user.id, position }).onConflictDoNothing();
    made.push(user);
  }
  return made;
}

async function findUser(db: Handle, email: string): Promise<BuiltUser> {
  const [user] = await db.select().from(users).where(eq(users.email, email));
  if (!user) throw new Error(`${email} is not there, but its member id is`);
  return user;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const memberIdOf = (email: string) => `mem_${sha256(email.toLowerCase()).slice(0, 16)}`;
const nameIn = (email: string) => email.split('@')[0] ?? email;
