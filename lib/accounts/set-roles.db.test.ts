import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { giveRoles, makeUser } from '@/db/builders/people';
import { auditLog, userRoles } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { SYSTEM } from './actor';
import { setRoles } from './set-roles';
import { rolesOf } from './store';

const by = { actor: SYSTEM, requestId: 'request', now: new Date() };
const auditOf = (userId: number) =>
  db()
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.subjectKind, 'user'), eq(auditLog.subjectId, String(userId))));
const admins = async () => (await db().select().from(userRoles).where(eq(userRoles.role, 'admin'))).length;

test('gives and takes roles in one step, and writes down both states', async () => {
  const user = await makeUser(db(), { email: 'roles@example.com', roles: ['creator'] });
  expect(await setRoles({ userId: user.id, roles: ['advertiser'], ...by })).toEqual(['advertiser', 'member']);
  expect(await rolesOf(db(), user.id)).toEqual(['advertiser', 'member']);
  expect(await auditOf(user.id)).toMatchObject([
    {
      action: 'user.roles-changed',
      before: { roles: ['creator', 'member'] },
      after: { roles: ['advertiser', 'member'] },
    },
  ]);
});

test('the same roles again change nothing and write nothing', async () => {
  const user = await makeUser(db(), { email: 'same@example.com', roles: ['creator'] });
  await setRoles({ userId: user.id, roles: ['creator'], ...by });
  expect(await auditOf(user.id)).toEqual([]);
});

test('refuses to take the last admin away, and allows it while there is another', async () => {
  const only = await makeUser(db(), { email: 'only@example.com', roles: ['admin'] });
  await expect(setRoles({ userId: only.id, roles: [], ...by })).rejects.toMatchObject({ code: 'accounts/last-admin' });
  expect(await rolesOf(db(), only.id)).toContain('admin');
  const second = await makeUser(db(), { email: 'second@example.com', roles: ['admin'] });
  await setRoles({ userId: only.id, roles: [], ...by });
  await setRoles({ userId: only.id, roles: ['admin'], ...by });
  await setRoles({ userId: second.id, roles: [], ...by });
  expect(await admins()).toBe(1);
});

test('of two admins who remove each other at once, one remains', async () => {
  await db().delete(userRoles).where(eq(userRoles.role, 'admin'));
  const a = await makeUser(db(), { email: 'a@example.com' });
  const b = await makeUser(db(), { email: 'b@example.com' });
  let refused = 0;
  for (let round = 0; round < 25; round++) {
    await giveRoles(db(), a.id, ['admin']);
    await giveRoles(db(), b.id, ['admin']);
    const results = await Promise.allSettled([a, b].map(({ id }) => setRoles({ userId: id, roles: [], ...by })));
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toMatchObject({ code: 'accounts/last-admin' });
      refused += 1;
    }
    expect(await admins()).toBe(1);
  }
  expect(refused).toBe(25);
});
