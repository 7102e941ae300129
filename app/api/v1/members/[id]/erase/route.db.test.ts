import { beforeAll, beforeEach, expect, test } from 'vitest';
import { GET as getExport } from '@/app/api/v1/members/[id]/export/route';
import { type BuiltUser, makeUser, signedIn } from '@/db/builders/people';
import { admitPerson } from '@/lib/accounts/admit-person';
import { writeComment, writePost } from '@/lib/community/testing/board';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { bearer, call } from '@/lib/http/testing/call';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { POST } from './route';

type Headers = Record<string, string>;
let ann: BuiltUser;
let admin: BuiltUser;
let asAdmin: Headers;
let people = 0;

const sql = async (text: string, values: unknown[] = []) => (await db().$client.query(text, values)).rows;
const erase = (memberId: string, headers: Headers, confirm = memberId) =>
  call(POST, { method: 'POST', path: '/x', params: { id: memberId }, headers, body: { confirm } });
const read = (memberId: string, headers: Headers) => call(getExport, { path: '/x', params: { id: memberId }, headers });

beforeAll(async () => {
  admin = await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] });
  asAdmin = await signedIn(db(), admin.id);
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
});

/** Ann wrote, commented, was told things, watched, and signed in. */
beforeEach(async () => {
  ann = await makeUser(db(), { email: `ann${++people}@example.com`, name: 'Ann Lee' });
  const { memberId } = ann;
  const { id } = await writePost({ authorId: memberId });
  await writeComment((await writePost()).id, memberId);
  await sql(`update post_bodies set body = 'I am Ann Lee' where post_id = $1`, [id]);
  await sql(
    `insert into mails (member_id, send_id, created_at, state, sent_at, template, locale, address, data)
     values ($1, 's1', now(), 'sent', now(), 'coupon', 'ko', 'ann@home.example', '{}')`,
    [memberId],
  );
  await sql(
    `insert into watch_positions (content_id, at, position_seconds, viewer) values (1, now(), 30, 'm:' || $1::text)`,
    [memberId],
  );
});

test('a member takes away everything that is kept about them, and nobody else can', async () => {
  const own = await read(ann.memberId, await signedIn(db(), ann.id));
  expect(own.status).toBe(200);
  expect(own.json).toMatchObject({
    memberId: ann.memberId,
    account: [{ name: 'Ann Lee', roles: ['member'] }],
    posts: [{ body: 'I am Ann Lee' }],
    comments: [{ body: expect.any(String) }],
    mails: [{ address: 'ann@home.example' }],
    watchPositions: [{ contentId: 1, positionSeconds: 30 }],
    pointEntries: expect.arrayContaining([]),
    sessions: [expect.anything()],
  });
  const bob = await makeUser(db(), { email: `bob${people}@example.com` });
  expect((await read(ann.memberId, await signedIn(db(), bob.id))).status).toBe(404);
  expect((await read(ann.memberId, { authorization: (await bearer(['members:read'])).authorization })).status).toBe(
    200,
  );
});

test('erasing leaves no word that names the member, and every figure, point and promise as it was', async () => {
  const totals = () =>
    sql(`select (select sum(comments) from posts) as comments, (select count(*) from posts) as posts,
      (select sum(amount) from point_accruals) as promised, (select sum(balance) from point_balances) as points`);
  const before = await totals();
  const answer = await erase(ann.memberId, await signedIn(db(), ann.id));
  expect(answer).toMatchObject({
    status: 200,
    json: { posts: 1, comments: 1, mails: 1, watchRows: 1, sessions: 1 },
  });
  const left = JSON.stringify((await read(ann.memberId, asAdmin)).json);
  for (const word of ['Ann', 'ann@', `ann${people}`, 'home.example']) expect(left).not.toContain(word);
  expect(await totals()).toEqual(before);
  expect((await checkIntegrity(new Date())).checks.filter(({ ok }) => ok !== true)).toEqual([]);
});

test('the audit log says who was erased, and names no erased person', async () => {
  await sql(
    `insert into audit_log (actor_kind, actor_id, actor_name, action, subject_kind, subject_id, request_id)
     values ('user', $1, 'Ann Lee', 'post.hidden', 'post', '1', 'r')`,
    [ann.id],
  );
  await erase(ann.memberId, asAdmin);
  const rows = await sql('select action, actor_name as name from audit_log where actor_id = $1', [ann.id]);
  expect(rows).toEqual([{ action: 'post.hidden', name: 'erased' }]);
  expect(
    await sql(`select actor_id as id from audit_log where action = 'member.erased' and subject_id = $1`, [
      ann.memberId,
    ]),
  ).toEqual([{ id: admin.id }]);
  await expect(sql(`update audit_log set actor_name = 'somebody else'`)).rejects.toThrow('append-only');
  await expect(sql(`update audit_log set actor_name = 'erased', action = 'x'`)).rejects.toThrow('append-only');
});

test('an erased session is nobody, and the account may come again as a new member', async () => {
  const session = await signedIn(db(), ann.id);
  await erase(ann.memberId, session);
  expect((await read(ann.memberId, session)).status).toBe(401);
  const claims = { provider: 'google', providerAccountId: 'g1', emailVerified: true, name: 'Ann Lee', imageUrl: null };
  const id = await admitPerson({
    claims: { ...claims, email: `ann${people}@example.com` },
    requestId: 'r',
    now: new Date(),
  });
  const [again] = await sql('select member_id as id from users where id = $1', [id]);
  expect(again.id).not.toBe(ann.memberId);
});

test('refuses without the typed id, for somebody else, and for the last admin', async () => {
  const session = await signedIn(db(), ann.id);
  expect(await erase(ann.memberId, session, 'ann')).toMatchObject({
    status: 422,
    json: { code: 'privacy/not-confirmed' },
  });
  expect((await erase(admin.memberId, session)).status).toBe(404);
  expect(await erase(admin.memberId, asAdmin)).toMatchObject({ status: 409, json: { code: 'accounts/last-admin' } });
  expect(await sql('select name from users where id = $1', [ann.id])).toEqual([{ name: 'Ann Lee' }]);
});
