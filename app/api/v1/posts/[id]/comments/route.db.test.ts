import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { POST as hide } from '@/app/api/v1/comments/[id]/hide/route';
import { DELETE, PATCH } from '@/app/api/v1/comments/[id]/route';
import { POST as show } from '@/app/api/v1/comments/[id]/show/route';
import { GET as readPost } from '@/app/api/v1/posts/[id]/route';
import { makeUser, signedIn } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { deletePost } from '@/lib/community/delete-post';
import { hidePost } from '@/lib/community/hide-post';
import { somebody, writePost } from '@/lib/community/testing/board';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET, POST } from './route';

type Headers = Record<string, string>;
type Answer = Awaited<ReturnType<typeof call>>;
let [ann, admin]: Headers[] = [];
let key: Headers = {};
let annId = '';
let postId = 0;
let authorId = '';

beforeAll(async () => {
  const people = await Promise.all([
    makeUser(db(), { email: 'ann@example.com', name: 'Ann' }),
    makeUser(db(), { email: 'admin@example.com', roles: ['admin'] }),
  ]);
  annId = people[0]?.memberId ?? '';
  [ann, admin] = await Promise.all(people.map((person) => signedIn(db(), person.id)));
  key = { authorization: (await bearer(['posts:read', 'posts:write'])).authorization };
});

beforeEach(async () => {
  authorId = somebody();
  ({ id: postId } = await writePost({ authorId }));
});

const door = (
  which: typeof GET,
  id: number,
  method: string,
  body?: unknown,
  headers: Headers | undefined = key,
  query = '',
) =>
  call(which, {
    method,
    path: `/x?${query}`,
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
    params: { id: String(id) },
  });
const say = (memberId?: string, headers: Headers | undefined = key, body = 'hello') =>
  door(POST, postId, 'POST', { body, ...(memberId && { memberId }) }, headers);
const idOf = ({ json }: Answer) => (json as { id: number }).id;
const code = ({ json }: Answer) => (json as { code?: string }).code;
const bodies = ({ json }: Answer) => (json as { items: { body: string }[] }).items.map((item) => item.body);
const countOf = async () => ((await door(readPost, postId, 'GET')).json as { commentCount: number }).commentCount;

test("a member's session comments for itself", async () => {
  const answer = await say(undefined, ann);
  expect(answer.status).toBe(201);
  expect(answer.json).toMatchObject({ postId, authorId: annId, authorName: 'Ann', body: 'hello', coupon: null });
  expect(await countOf()).toBe(1);
});

test('comments are listed oldest first, page by page, and the first page comes with the post', async () => {
  for (const body of ['a', 'b', 'c']) await say(somebody(), key, body);
  const first = await door(GET, postId, 'GET', undefined, key, 'limit=2');
  const { nextCursor } = first.json as { nextCursor: string };
  const second = await door(GET, postId, 'GET', undefined, key, `limit=2&cursor=${nextCursor}`);
  expect([bodies(first), bodies(second)]).toEqual([['a', 'b'], ['c']]);
  const post = (await door(readPost, postId, 'GET')).json as { comments: unknown };
  expect(bodies({ ...first, json: post.comments })).toEqual(['a', 'b', 'c']);
});

test('only the author changes or deletes a comment', async () => {
  const id = idOf(await say('me'));
  expect(code(await door(PATCH, id, 'PATCH', { body: 'x', memberId: 'other' }))).toBe('community/not-the-author');
  expect(code(await door(DELETE, id, 'DELETE', undefined, admin))).toBe('community/not-the-author');
  const changed = await door(PATCH, id, 'PATCH', { body: 'better', memberId: 'me' });
  expect(changed.json).toMatchObject({ body: 'better', editedAt: expect.any(String) });
  expect((await door(DELETE, id, 'DELETE', { memberId: 'me' })).status).toBe(204);
  expect(code(await door(DELETE, id, 'DELETE', { memberId: 'me' }))).toBe('community/comment-not-found');
  expect([await countOf(), bodies(await door(GET, postId, 'GET'))]).toEqual([0, []]);
});

test('a hidden comment is not counted and is there for admins alone, until it is shown again', async () => {
  const id = idOf(await say(somebody()));
  expect((await door(hide, id, 'POST', { reason: 'rude' }, ann)).status).toBe(403);
  for (let twice = 0; twice < 2; twice++)
    expect((await door(hide, id, 'POST', { reason: 'rude' }, admin)).status).toBe(204);
  expect([await countOf(), bodies(await door(GET, postId, 'GET'))]).toEqual([0, []]);
  expect(bodies(await door(GET, postId, 'GET', undefined, admin))).toEqual(['hello']);
  for (let twice = 0; twice < 2; twice++) expect((await door(show, id, 'POST', undefined, admin)).status).toBe(204);
  expect([await countOf(), bodies(await door(GET, postId, 'GET'))]).toEqual([1, ['hello']]);
  const { rows } = await db().$client.query(
    `select action from audit_log where subject_kind = 'comment' and subject_id = $1 order by id`,
    [String(id)],
  );
  expect(rows).toEqual([{ action: 'comment.hidden' }, { action: 'comment.shown' }]);
});

test('a comment that is hidden and then deleted is counted out once', async () => {
  const id = idOf(await say('me'));
  await door(hide, id, 'POST', { reason: 'rude' }, admin);
  await door(DELETE, id, 'DELETE', { memberId: 'me' });
  expect(await countOf()).toBe(0);
});

test('twenty comments at once are counted, each once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => say(somebody())));
  expect(answers.every((answer) => answer.status === 201)).toBe(true);
  expect([await countOf(), bodies(await door(GET, postId, 'GET')).length]).toEqual([20, 20]);
});

test('the same Idempotency-Key is one comment', async () => {
  const headers = { ...key, 'idempotency-key': randomUUID() };
  const answers = await Promise.all(Array.from({ length: 5 }, () => say('me', headers)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.json))).size).toBe(1);
  expect(await countOf()).toBe(1);
});

test('nobody comments on a post that was hidden or deleted, or never was', async () => {
  const by = { actor: SYSTEM, requestId: 'test', now: new Date() };
  await hidePost({ id: postId, reason: 'spam', ...by });
  expect(code(await say('me'))).toBe('community/post-not-found');
  expect((await door(GET, postId, 'GET')).status).toBe(404);
  await deletePost({ id: postId, authorId, ...by });
  expect(code(await say('me'))).toBe('community/post-not-found');
  expect(code(await door(POST, 999_999_999, 'POST', { body: 'x', memberId: 'me' }))).toBe('community/post-not-found');
});

test('more than twenty comments of one member at once are too fast', async () => {
  const memberId = somebody();
  const statuses = [];
  for (let i = 0; i < 21; i++) statuses.push((await say(memberId)).status);
  expect(statuses).toEqual([...Array(20).fill(201), 429]);
  expect(Number((await say(memberId)).headers.get('retry-after'))).toBeGreaterThan(0);
});

test.each([[''], ['x'.repeat(2001)], ['a\u0000b']])('names the body when it is wrong', async (body) => {
  expect(await say('me', key, body)).toMatchObject({ status: 422, json: { errors: [{ pointer: '/body' }] } });
});
