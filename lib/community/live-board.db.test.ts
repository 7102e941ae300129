import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { closeRedis, redis } from '@/lib/platform/redis/client';
import { hasRedisServer, type RedisServer, startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { deleteComment } from './delete-comment';
import { hidePost } from './hide-post';
import { liveBoard } from './live-board';
import { findStandings } from './queries/find-standings';
import { somebody, writeComment, writePost } from './testing/board';

const now = new Date();
const day = calendar().dayOf(now);
let server: RedisServer | undefined;

beforeEach(async () => {
  await db().$client.query('update comments set deleted_at = now()');
});

const live = async () => (await liveBoard(day, 100)).map(({ memberId, posts }) => [memberId, posts]);
const written = async () => (await findStandings(db(), { day })).map(({ memberId, posts }) => [memberId, posts]);

describe.each(hasRedisServer() ? ['redis', 'no redis'] : ['no redis'])('with %s', (which) => {
  beforeAll(async () => {
    if (which === 'no redis') return;
    server = await startRedisServer();
    process.env.REDIS_URL = server.url;
    resetEnv();
    closeRedis();
  });
  beforeEach(async () => {
    await redis().flushdb();
    await hidePost({ id: (await writePost()).id, reason: 'x', actor: SYSTEM, requestId: 'test', now }); // forgets the board
  });
  afterAll(async () => {
    if (which === 'no redis') return;
    delete process.env.REDIS_URL;
    resetEnv();
    closeRedis();
    await server?.kill();
  });

  test('a comment moves its member at once, and one taken back moves them back', async () => {
    const [{ id: one }, { id: two }] = [await writePost(), await writePost()];
    await writeComment(one, '123', now);
    expect(await live()).toEqual([['123', 1]]);
    await writeComment(one, 'b', now);
    const second = await writeComment(two, 'b', now);
    expect(await live()).toEqual([
      ['b', 2],
      ['123', 1],
    ]);
    await deleteComment({ id: second.id, authorId: 'b', now });
    expect((await live()).map(([, posts]) => posts)).toEqual([1, 1]);
    expect(await live()).toEqual(await written());
  });

  test('a post that is hidden takes its comments off the board', async () => {
    const { id } = await writePost();
    await writeComment(id, 'a', now);
    expect(await live()).toEqual([['a', 1]]);
    await hidePost({ id, reason: 'spam', actor: SYSTEM, requestId: 'test', now });
    expect(await live()).toEqual([]);
  });

  test('a board that is gone is made anew from what was written', async () => {
    const posts = await Promise.all(Array.from({ length: 3 }, () => writePost()));
    for (const [i, { id }] of posts.entries())
      for (let n = 0; n <= i; n++) await writeComment(id, `m${n}`, new Date(now.getTime() + i));
    const before = await live();
    expect(before).toEqual([
      ['m0', 3],
      ['m1', 2],
      ['m2', 1],
    ]);
    await redis().flushdb();
    expect(await live()).toEqual(before);
    expect(await written()).toEqual(before);
  });

  test('equals stand as in the database: who got there first, then the lower id', async () => {
    const { id } = await writePost();
    const at = (ms: number) => new Date(calendar().startOf(day).getTime() + ms);
    const members: [string, number][] = [
      ['z', 5],
      ['b', 7],
      ['a', 7],
      ['가', 7],
      ['10', 7],
      ['9', 7],
      ['y', 86_399_999],
    ];
    await writeComment(id, somebody(), at(1));
    await live();
    for (const [memberId, ms] of members) await writeComment(id, memberId, at(ms));
    expect(await live()).toEqual(await written());
    expect((await live()).slice(1).map(([memberId]) => memberId)).toEqual(['z', '10', '9', 'a', 'b', '가', 'y']);
  });
});
