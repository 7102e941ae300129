import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { GET as listContents } from '@/app/api/v1/contents/route';
import { POST as hide } from '@/app/api/v1/posts/[id]/hide/route';
import { DELETE, PATCH, GET as read } from '@/app/api/v1/posts/[id]/route';
import { makeUser, signedIn } from '@/db/builders/people';
import { somebody } from '@/lib/community/testing/board';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET, POST } from './route';

type Headers = Record<string, string>;
let [ann, bob, admin, key]: Headers[] = [];
let annId = '';

beforeAll(async () => {
  const people = await Promise.all([
    makeUser(db(), { email: 'ann@example.com', name: 'Ann' }),
    makeUser(db(), { email: 'bob@example.com' }),
    makeUser(db(), { email: 'admin@example.com', roles: ['admin'] }),
  ]);
  annId = people[0]?.memberId ?? '';
  [ann, bob, admin] = await Promise.all(people.map((person) => signedIn(db(), person.id)));
  key = { authorization: (await bearer(['posts:read', 'posts:write'])).authorization };
});

const post = (body: unknown, headers?: Headers) =>
  call(POST, { method: 'POST', path: '/api/v1/posts', body, ...(headers && { headers }) });
const list = (query = '', headers = key) => call(GET, { path: `/api/v1/posts?${query}`, ...(headers && { headers }) });
const one = (
  door: typeof GET,
  id: number,
  { method = 'GET', body, headers = key }: { method?: string; body?: unknown; headers?: Headers | undefined } = {},
) =>
  call(door, {
    method,
    path: `/api/v1/posts/${id}`,
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
    params: { id: String(id) },
  });
const write = async (authorId = somebody()) =>
  ((await post({ title: 't', body: 'b', memberId: authorId }, key)).json as { id: number }).id;
const code = (answer: { json: unknown }) => (answer.json as { code?: string }).code;
const ids = (answer: { json: unknown }) => (answer.json as { items: { id: number }[] }).items.map((item) => item.id);

test("a member's session writes for itself and is told what the post earned", async () => {
  const answer = await post({ title: ' Hello ', body: '**hi**' }, ann);
  expect(answer.status).toBe(201);
  expect(answer.json).toMatchObject({
    kind: 'member',
    title: 'Hello',
    authorId: annId,
    authorName: 'Ann',
    body: '**hi**',
    rewardPoints: 100,
    commentCount: 0,
    viewCount: 0,
    likeCount: 0,
    liked: false,
    offer: null,
    comments: { items: [], nextCursor: null },
  });
});

test('a session may not write for somebody else, also that of an admin', async () => {
  for (const headers of [bob, admin])
    expect(code(await post({ title: 't', body: 'b', memberId: annId }, headers))).toBe('accounts/other-member');
});

test('a key has to name the member', async () => {
  const answer = await post({ title: 't', body: 'b' }, key);
  expect([answer.status, code(answer)]).toEqual([422, 'community/member-missing']);
});

test.each(['admin', 'notice'])('only an admin publishes a post of kind %s', async (kind) => {
  const body = { kind, title: 't', body: 'b' };
  expect(code(await post(body, ann))).toBe('community/kind-not-yours');
  expect(code(await post({ ...body, memberId: 'm' }, key))).toBe('community/kind-not-yours');
  expect(await post(body, admin)).toMatchObject({ status: 201, json: { kind, rewardPoints: 0 } });
  const moderator = { authorization: (await bearer(['posts:write', 'posts:moderate'])).authorization };
  expect((await post({ ...body, memberId: 'm' }, moderator)).status).toBe(201);
});

test('an offer belongs to a post of an admin', async () => {
  const offer = { coupons: 3, discount: { kind: 'percent', value: 10 } };
  expect(await post({ title: 't', body: 'b', offer }, admin)).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: '/offer' }] },
  });
  const answer = await post({ kind: 'admin', title: 't', body: 'b', offer }, admin);
  expect(answer.json).toMatchObject({
    offer: { coupons: 3, used: 0, discount: { kind: 'percent', value: 10 } },
    couponsLeft: 3,
  });
});

test.each([
  ['/title', { title: '', body: 'b' }],
  ['/title', { title: 't'.repeat(201), body: 'b' }],
  ['/body', { title: 't', body: '  ' }],
  ['/body', { title: 't', body: 'b'.repeat(20_001) }],
  ['/kind', { title: 't', body: 'b', kind: 'event' }],
  [
    '/offer/coupons',
    { kind: 'admin', title: 't', body: 'b', offer: { coupons: 0, discount: { kind: 'points', value: 1 } } },
  ],
  [
    '/offer/discount/value',
    { kind: 'admin', title: 't', body: 'b', offer: { discount: { kind: 'percent', value: 101 } } },
  ],
])('names %s when it is wrong', async (pointer, body) => {
  expect(await post(body, admin)).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
});

test('the same Idempotency-Key is one post and one reward', async () => {
  const headers = { ...key, 'idempotency-key': randomUUID() };
  const memberId = somebody();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => post({ title: 't', body: 'b', memberId }, headers)),
  );
  expect(new Set(answers.map((answer) => `${answer.status} ${JSON.stringify(answer.json)}`)).size).toBe(1);
  const { rows } = await db().$client.query('select count(*)::int as n from posts where author_id = $1', [memberId]);
  expect(rows).toEqual([{ n: 1 }]);
});

test('the list is newest first, page by page, without bodies, and each post once', async () => {
  const made = [await write(), await write(), await write()];
  const first = await list('limit=2');
  const { items, nextCursor } = first.json as { items: object[]; nextCursor: string };
  expect(items[0]).not.toHaveProperty('body');
  expect([...ids(first), ...ids(await list(`limit=2&cursor=${nextCursor}`))].slice(0, 3)).toEqual(made.reverse());
});

test('the most commented come first, the newer of equals before the older', async () => {
  const [few, many, same] = [await write(), await write(), await write()];
  await db().$client.query('update posts set comments = 1000 where id = any($1)', [[many, same]]);
  await db().$client.query('update posts set comments = 999 where id = $1', [few]);
  const first = await list('sort=commented&limit=2');
  expect(ids(first)).toEqual([same, many]);
  const { nextCursor } = first.json as { nextCursor: string };
  expect(ids(await list(`sort=commented&limit=1&cursor=${nextCursor}`))).toEqual([few]);
});

test('the list narrows to a kind and to an author', async () => {
  const authorId = somebody();
  const id = await write(authorId);
  await post({ kind: 'notice', title: 't', body: 'b' }, admin);
  expect(ids(await list(`authorId=${encodeURIComponent(authorId)}`))).toEqual([id]);
  const notices = (await list('kind=notice')).json as { items: { kind: string }[] };
  expect(new Set(notices.items.map((item) => item.kind))).toEqual(new Set(['notice']));
});

test.each(['x', 'WyJhIl0', 'WzEsMl0'])('refuses the cursor %s', async (cursor) => {
  expect((await list(`cursor=${cursor}`)).status).toBe(422);
});

test('only the author changes or deletes a post', async () => {
  const authorId = somebody();
  const id = await write(authorId);
  expect(code(await one(PATCH, id, { method: 'PATCH', body: { title: 'mine', memberId: 'other' } }))).toBe(
    'community/not-the-author',
  );
  expect(code(await one(DELETE, id, { method: 'DELETE', body: { memberId: 'other' } }))).toBe(
    'community/not-the-author',
  );
  expect(code(await one(DELETE, id, { method: 'DELETE', headers: admin }))).toBe('community/not-the-author');
  const changed = await one(PATCH, id, { method: 'PATCH', body: { title: 'new', body: 'text', memberId: authorId } });
  expect(changed.json).toMatchObject({ title: 'new', body: 'text', editedAt: expect.any(String) });
  expect((await one(DELETE, id, { method: 'DELETE', body: { memberId: authorId } })).status).toBe(204);
  expect((await one(read, id)).status).toBe(404);
  expect(ids(await list())).not.toContain(id);
});

test('the body of a changed admin post is the new one at once, whoever kept the old one', async () => {
  const { id } = (await post({ kind: 'admin', title: 't', body: 'old' }, admin)).json as { id: number };
  expect((await one(read, id)).json).toMatchObject({ body: 'old' });
  await one(PATCH, id, { method: 'PATCH', body: { body: 'new' }, headers: admin });
  expect((await one(read, id)).json).toMatchObject({ body: 'new' });
  // Changed past the door that drops it: the kept copy is of another version, and is not believed.
  await db().$client.query(`update post_bodies set body = 'newest', version = version + 1 where post_id = $1`, [id]);
  expect((await one(read, id)).json).toMatchObject({ body: 'newest' });
});

test('a hidden post is there for its author and for admins alone', async () => {
  const { id } = (await post({ title: 't', body: 'b' }, ann)).json as { id: number };
  expect((await one(hide, id, { method: 'POST', body: { reason: 'spam' }, headers: ann })).status).toBe(403);
  expect((await one(hide, id, { method: 'POST', body: { reason: 'spam' }, headers: admin })).status).toBe(204);
  const statuses = [];
  for (const headers of [ann, admin, bob, key]) statuses.push((await one(read, id, { headers })).status);
  expect(statuses).toEqual([200, 200, 404, 404]);
  expect((await one(read, id, { headers: ann })).json).toMatchObject({ hiddenReason: 'spam' });
  expect(ids(await list('', admin))).not.toContain(id);
  expect(ids(await list('state=hidden', admin))).toContain(id);
  expect(ids(await list('state=hidden', bob))).not.toContain(id);
  const { rows } = await db().$client.query(
    `select action from audit_log where subject_kind = 'post' and subject_id = $1`,
    [String(id)],
  );
  expect(rows).toEqual([{ action: 'post.hidden' }]);
});

test('refuses without the scope, and without a key', async () => {
  expect((await list('', { authorization: (await bearer(['ads:read'])).authorization })).status).toBe(403);
  expect((await call(GET, { path: '/api/v1/posts' })).status).toBe(401);
});

test('the contents list no posts', async () => {
  const id = await write();
  const headers = { authorization: (await bearer(['contents:read'])).authorization };
  expect(ids(await call(listContents, { path: '/api/v1/contents?limit=200', headers }))).not.toContain(id);
});
