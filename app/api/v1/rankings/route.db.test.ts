import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { freezeRanking } from '@/lib/community/freeze-ranking';
import { writeComment, writePost } from '@/lib/community/testing/board';
import { bearer, call } from '@/lib/http/testing/call';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { GET as listDays } from './days/route';
import { GET } from './route';

const now = new Date();
let today = '' as Day;
let yesterday = '' as Day;
let headers: Record<string, string> = {};
let ann = '';

beforeAll(async () => {
  today = calendar().dayOf(now);
  yesterday = addDays(today, -1);
  const person = await makeUser(db(), { email: 'ann@example.com', name: 'Ann' });
  ann = person.memberId;
  headers = await signedIn(db(), person.id);
  const noon = calendar().at(yesterday, '12:00');
  const { id } = await writePost({ now: noon });
  await writeComment(id, 'bob', noon);
  await freezeRanking(yesterday, now);
  await freezeRanking(addDays(yesterday, -1), now);
  await writeComment(id, ann, now);
});

const board = (query = '') => call(GET, { path: `/api/v1/rankings${query}`, headers });

test("a member reads today's board as it stands", async () => {
  expect((await board()).json).toEqual({
    day: today,
    frozenAt: null,
    items: [{ rank: 1, memberId: ann, name: 'Ann', posts: 1, reachedAt: now.toISOString(), rewardPoints: 500 }],
  });
});

test('a past board is the frozen one', async () => {
  expect((await board(`?day=${yesterday}`)).json).toMatchObject({
    frozenAt: now.toISOString(),
    items: [{ rank: 1, memberId: 'bob', name: null, posts: 1, rewardPoints: 500 }],
  });
});

test('past boards are listed, newest first, with who was first', async () => {
  const first = await call(listDays, { path: '/api/v1/rankings/days?limit=1', headers });
  const { items, nextCursor } = first.json as { items: unknown; nextCursor: string };
  expect(items).toEqual([{ day: yesterday, members: 1, first: 'bob' }]);
  const second = await call(listDays, { path: `/api/v1/rankings/days?cursor=${nextCursor}`, headers });
  expect(second.json).toEqual({ items: [{ day: addDays(yesterday, -1), members: 0, first: null }], nextCursor: null });
});

test.each(['?day=2026-02-30', '?day=x', '?day=2999-01-01', '?limit=0', '?limit=101'])('refuses %s', async (query) => {
  expect((await board(query)).status).toBe(422);
});

test('refuses without the scope', async () => {
  const { authorization } = await bearer(['ads:read']);
  expect((await call(GET, { path: '/api/v1/rankings', headers: { authorization } })).status).toBe(403);
});
