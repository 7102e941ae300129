import { count, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { userRoles, users } from '@/db/schema/accounts';
import { db } from '@/lib/platform/database';
import { DEMO_PEOPLE, makeDemoPeople, makeUser } from './people';

test('the demo has the same people with the same member ids wherever and however often it is made', async () => {
  const [first, second] = [await makeDemoPeople(db(), new Date(0)), await makeDemoPeople(db(), new Date())];
  expect(second).toEqual(first);
  expect(first[0]?.memberId).toBe('mem_00ad84912bfe7f45');
  expect(new Set(first.map((user) => user.memberId)).size).toBe(DEMO_PEOPLE.length);
  expect(await db().select({ n: count() }).from(users)).toEqual([{ n: DEMO_PEOPLE.length }]);
});

test('everybody is a member, whatever else they are', async () => {
  const user = await makeUser(db(), { email: 'x@example.com', roles: ['creator', 'admin'] });
  const roles = await db().select().from(userRoles).where(eq(userRoles.userId, user.id));
  expect(roles.map((row) => row.role).sort()).toEqual(['admin', 'creator', 'member']);
});
