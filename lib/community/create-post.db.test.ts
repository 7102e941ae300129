import { expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { createPost } from './create-post';
import { deletePost } from './delete-post';
import { PostCreate } from './schema';
import { somebody, writePost } from './testing/board';

const pointsOf = async (memberId: string) => {
  const { rows } = await db().$client.query<{ balance: number; rewards: number }>(
    `select (select balance from point_balances where member_id = $1) as balance,
      (select count(*)::int from point_transfers where member_id = $1 and kind = 'post-reward') as rewards`,
    [memberId],
  );
  return rows[0];
};
const postsOf = async (memberId: string) =>
  (await db().$client.query('select id from posts where author_id = $1', [memberId])).rowCount;

test('the first three posts of a business day earn 100 points each, more are written without', async () => {
  const authorId = somebody();
  const earned: number[] = [];
  for (let i = 0; i < 5; i++) earned.push((await writePost({ authorId })).rewardPoints);
  expect(earned).toEqual([100, 100, 100, 0, 0]);
  expect(await pointsOf(authorId)).toEqual({ balance: 300, rewards: 3 });
});

test('ten posts of one member at once are ten posts and exactly three rewards', async () => {
  for (let round = 0; round < 5; round++) {
    const authorId = somebody();
    const made = await Promise.all(Array.from({ length: 10 }, () => writePost({ authorId })));
    expect(made.filter((post) => post.rewardPoints === 100)).toHaveLength(3);
    expect([await postsOf(authorId), await pointsOf(authorId)]).toEqual([10, { balance: 300, rewards: 3 }]);
  }
});

test('around midnight in Seoul the quota is that of the business day', async () => {
  const authorId = somebody();
  const before = new Date('2026-11-20T14:59:59.999Z');
  const after = new Date('2026-11-20T15:00:00.000Z');
  const made = await Promise.all([
    ...Array.from({ length: 4 }, () => writePost({ authorId, now: before })),
    ...Array.from({ length: 4 }, () => writePost({ authorId, now: after })),
  ]);
  const paid = (from: number) => made.slice(from, from + 4).filter((post) => post.rewardPoints === 100).length;
  expect([paid(0), paid(4)]).toEqual([3, 3]);
  const { rows } = await db().$client.query('select day, rewarded from post_quotas where member_id = $1 order by day', [
    authorId,
  ]);
  expect(rows).toEqual([
    { day: '2026-11-20', rewarded: 3 },
    { day: '2026-11-21', rewarded: 3 },
  ]);
});

test('deleting a paid post gives no quota back, and takes no points away', async () => {
  const authorId = somebody();
  const made = [await writePost({ authorId }), await writePost({ authorId }), await writePost({ authorId })];
  for (const { id } of made) await deletePost({ id, authorId, actor: SYSTEM, requestId: 'test', now: new Date() });
  expect((await writePost({ authorId })).rewardPoints).toBe(0);
  expect(await pointsOf(authorId)).toEqual({ balance: 300, rewards: 3 });
});

test('posts of an admin and notices earn nothing and use no quota', async () => {
  const authorId = somebody();
  for (const kind of ['admin', 'notice'] as const) expect((await writePost({ authorId, kind })).rewardPoints).toBe(0);
  expect((await writePost({ authorId })).rewardPoints).toBe(100);
});

test('a reward that fails undoes its post', async () => {
  const authorId = somebody();
  await db().$client.query(
    `create function refuse_one() returns trigger language plpgsql as $$ begin
       if new.member_id = '${authorId}' then raise exception 'no'; end if; return new; end $$;
     create trigger refuse_one before insert on point_transfers for each row execute function refuse_one()`,
  );
  await expect(writePost({ authorId })).rejects.toThrow();
  await db().$client.query('drop trigger refuse_one on point_transfers; drop function refuse_one');
  expect(await postsOf(authorId)).toBe(0);
  expect((await writePost({ authorId })).rewardPoints).toBe(100);
});

test('more than ten posts at once are too fast, and say when to come again', async () => {
  const authorId = somebody();
  const wanted = PostCreate.parse({ title: 't', body: 'b' });
  const post = () => createPost({ wanted, authorId, actor: SYSTEM, requestId: 'test', now: new Date(), answer: null });
  for (let i = 0; i < 10; i++) await post();
  await expect(post()).rejects.toMatchObject({ code: 'community/too-fast', retryAfterSeconds: expect.any(Number) });
  expect(await postsOf(authorId)).toBe(10);
});

test('a post is a content that the contents do not list', async () => {
  const { id } = await writePost();
  const { rows } = await db().$client.query('select kind, creator_id, title from contents where id = $1', [id]);
  expect(rows).toEqual([{ kind: 'post', creator_id: null, title: 'a post' }]);
});
