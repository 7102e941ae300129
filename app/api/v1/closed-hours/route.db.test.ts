import { afterEach, beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { requireOpen } from '@/lib/community/require-open';
import { writePost } from '@/lib/community/testing/board';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET, PUT } from './route';

type Headers = Record<string, string>;
let [ann, admin]: Headers[] = [];

beforeAll(async () => {
  const people = await Promise.all([
    makeUser(db(), { email: 'ann@example.com' }),
    makeUser(db(), { email: 'admin@example.com', roles: ['admin'] }),
  ]);
  [ann, admin] = await Promise.all(people.map((person) => signedIn(db(), person.id)));
});

afterEach(async () => {
  await set({ from: null, until: null });
});

const set = (body: unknown, headers = admin) => call(PUT, { method: 'PUT', body, ...(headers && { headers }) });
const at = (clock: string) => new Date(`2026-11-21T${clock}+09:00`);

test('members may always write until an admin sets closed hours', async () => {
  expect((await call(GET, { ...(ann && { headers: ann }) })).json).toEqual({ from: null, until: null, closed: false });
});

test("no member's post is taken in closed hours; an admin's is, and so is one just before and after", async () => {
  expect(await set({ from: '23:00', until: '06:30' })).toMatchObject({
    status: 200,
    json: { from: '23:00', until: '06:30' },
  });
  for (const clock of ['23:00:00', '23:59:59.999', '00:00:00', '06:29:59.999'])
    await expect(writePost({ now: at(clock) }), clock).rejects.toMatchObject({ code: 'community/closed-hours' });
  for (const clock of ['22:59:59.999', '06:30:00']) await writePost({ now: at(clock) });
  await writePost({ kind: 'notice', now: at('23:30:00') });
});

test('hours that an admin takes away are open', async () => {
  await set({ from: '00:00', until: '12:00' });
  await expect(requireOpen(db(), at('05:00:00'))).rejects.toMatchObject({ code: 'community/closed-hours' });
  await set({ from: null, until: null });
  await requireOpen(db(), at('05:00:00'));
});

test.each([
  [{ from: '24:00', until: '06:00' }, '/from'],
  [{ from: '6:00', until: '07:00' }, '/from'],
  [{ from: '06:00', until: '06:00' }, '/until'],
  [{ from: '06:00', until: null }, '/until'],
])('refuses %j', async (body, pointer) => {
  expect(await set(body)).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
});

test('only an admin sets them, and each change is in the audit log', async () => {
  expect((await set({ from: '01:00', until: '02:00' }, ann)).status).toBe(403);
  await set({ from: '01:00', until: '02:00' });
  const { rows } = await db().$client.query(
    `select before, after from audit_log where action = 'closed-hours.set' order by id desc limit 1`,
  );
  expect(rows).toEqual([{ before: { from: null, until: null }, after: { from: '01:00', until: '02:00' } }]);
});
