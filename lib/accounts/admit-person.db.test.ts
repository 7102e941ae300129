import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { auditLog, identities, users } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { admitPerson, type Claims } from './admit-person';
import { rolesOf } from './store';

process.env.ADMIN_EMAILS = 'Boss@Example.com, other@example.com';

const now = new Date();
const admit = (claims: Partial<Claims>) =>
  admitPerson({
    claims: {
      provider: 'google',
      providerAccountId: 'sub-1',
      email: 'kim@example.com',
      emailVerified: true,
      name: '김하나',
      imageUrl: null,
      ...claims,
    },
    requestId: 'request-7',
    now,
  });
const userOf = async (id: number) => (await db().select().from(users).where(eq(users.id, id)))[0];

test('a newcomer becomes a member with a member id of their own', async () => {
  const id = await admit({});
  expect(await userOf(id)).toMatchObject({
    email: 'kim@example.com',
    name: '김하나',
    emailVerifiedAt: now,
    memberId: expect.stringMatching(/^mem_[0-9A-Za-z]{20}$/),
  });
  expect(await rolesOf(db(), id)).toEqual(['member']);
});

test('who comes back is the same person, under the newest name and address', async () => {
  const id = await admit({ providerAccountId: 'sub-2', email: 'old@example.com', name: 'Old' });
  const { memberId } = (await userOf(id)) ?? {};
  expect(await admit({ providerAccountId: 'sub-2', email: 'new@example.com', name: 'New' })).toBe(id);
  expect(await userOf(id)).toMatchObject({ email: 'new@example.com', name: 'New', memberId });
});

test('a verified address links to the person who has it, in any case of letters', async () => {
  const known = await makeUser(db(), { email: 'known@example.com', roles: ['creator'] });
  expect(await admit({ providerAccountId: 'sub-3', email: 'Known@Example.com' })).toBe(known.id);
  expect(await rolesOf(db(), known.id)).toEqual(['creator', 'member']);
});

test('an address that is not verified is refused and links to nobody', async () => {
  await makeUser(db(), { email: 'victim@example.com', roles: ['creator'] });
  const attack = admit({ providerAccountId: 'sub-evil', email: 'victim@example.com', emailVerified: false });
  await expect(attack).rejects.toMatchObject({ code: 'accounts/email-not-verified' });
  expect(await db().select().from(identities).where(eq(identities.providerAccountId, 'sub-evil'))).toEqual([]);
});

test('an address that somebody else here has stays theirs', async () => {
  const owner = await makeUser(db(), { email: 'taken@example.com' });
  const id = await admit({ providerAccountId: 'sub-4', email: 'mine@example.com' });
  expect(await admit({ providerAccountId: 'sub-4', email: 'taken@example.com' })).toBe(id);
  expect(await userOf(id)).toMatchObject({ email: 'mine@example.com' });
  expect(await userOf(owner.id)).toMatchObject({ email: 'taken@example.com' });
});

test('who is named in ADMIN_EMAILS is an admin from then on, and that is audited once', async () => {
  const id = await admit({ providerAccountId: 'sub-boss', email: 'boss@example.com' });
  await admit({ providerAccountId: 'sub-boss', email: 'boss@example.com' });
  expect(await rolesOf(db(), id)).toEqual(['admin', 'member']);
  expect(
    await db()
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, String(id))),
  ).toMatchObject([
    {
      actorKind: 'system',
      actorName: 'ADMIN_EMAILS',
      action: 'user.roles-changed',
      before: { roles: ['member'] },
      after: { roles: ['admin', 'member'] },
      requestId: 'request-7',
    },
  ]);
});

test('a newcomer with ten tabs is one person', async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () => admit({ providerAccountId: 'sub-tabs', email: 'tabs@example.com' })),
  );
  expect(new Set(ids).size).toBe(1);
  expect(await db().select().from(users).where(eq(users.email, 'tabs@example.com'))).toHaveLength(1);
});
