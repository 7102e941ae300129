import { beforeAll, expect, test } from 'vitest';
import { OPTIONS as preflight, GET as readRanking } from '@/app/api/v1/open/rankings/route';
import { makeUser } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { hidePost } from '@/lib/community/hide-post';
import { writeComment, writePost } from '@/lib/community/testing/board';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET as read } from './[id]/route';
import { GET } from './route';

let headers: Record<string, string> = {};
let annId = '';

beforeAll(async () => {
  headers = { authorization: (await bearer(['open:read'])).authorization };
  annId = (await makeUser(db(), { email: 'ann@example.com', name: 'Ann' })).memberId;
});

const one = (id: number) => call(read, { path: `/api/v1/open/posts/${id}`, headers, params: { id: String(id) } });

test('a partner reads posts with names and comments, and no member id anywhere', async () => {
  const { id } = await writePost({ authorId: annId });
  await writeComment(id, annId);
  const list = await call(GET, { path: '/api/v1/open/posts', headers });
  const post = await one(id);
  expect(list.json).toMatchObject({ items: [{ id, title: 'a post', authorName: 'Ann' }], nextCursor: null });
  expect(post.json).toMatchObject({
    id,
    body: 'a **body**',
    comments: { items: [{ authorName: 'Ann', body: 'a comment' }] },
  });
  const ranking = await call(readRanking, { path: '/api/v1/open/rankings', headers });
  for (const { json } of [list, post, ranking]) expect(JSON.stringify(json)).not.toContain(annId);
});

test('a partner reads the ranking by name', async () => {
  const { id } = await writePost();
  await writeComment(id, annId);
  const { status, json } = await call(readRanking, { path: '/api/v1/open/rankings', headers });
  expect([status, json]).toMatchObject([
    200,
    { frozenAt: null, items: [{ rank: 1, name: 'Ann', posts: 1, rewardPoints: 500 }] },
  ]);
});

test('what is hidden is not there', async () => {
  const { id } = await writePost();
  await hidePost({ id, reason: 'spam', actor: SYSTEM, requestId: 'test', now: new Date() });
  expect((await one(id)).status).toBe(404);
  const { json } = await call(GET, { path: '/api/v1/open/posts?state=all', headers });
  expect(JSON.stringify(json)).not.toContain(`"id":${id},`);
});

test('it has a scope of its own, which a key in a browser may hold', async () => {
  const { authorization } = await bearer(['posts:read']);
  expect((await call(GET, { path: '/api/v1/open/posts', headers: { authorization } })).status).toBe(403);
  const { key } = await bearer(['open:read'], 'publishable', ['https://partner.example']);
  const asked = { headers: { origin: 'https://partner.example' } };
  const answer = await call(GET, { path: `/api/v1/open/posts?key=${key}`, ...asked });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, 'https://partner.example']);
  expect((await preflight(new Request('http://boxoffice.test/', { method: 'OPTIONS', ...asked }))).status).toBe(204);
});

test('it has a limit of its own: at most 50 posts a page', async () => {
  expect((await call(GET, { path: '/api/v1/open/posts?limit=51', headers })).status).toBe(422);
});
