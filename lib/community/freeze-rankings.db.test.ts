import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { addDays, type Day, parseDay } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { deleteComment } from './delete-comment';
import { deletePost } from './delete-post';
import { freezeRanking } from './freeze-ranking';
import { freezeRankings } from './freeze-rankings';
import { hideComment } from './hide-comment';
import { hidePost } from './hide-post';
import { getRanking } from './queries/get-ranking';
import { somebody, writeComment, writePost } from './testing/board';

let day = parseDay('2026-03-01') as Day;
const by = { actor: SYSTEM, requestId: 'test', now: new Date() };

beforeEach(() => {
  day = addDays(day, 10);
});

afterEach(async () => {
  await db().$client.query(`alter table rankings disable trigger user; alter table ranking_days disable trigger user;
    delete from rankings; delete from ranking_days; delete from comments;
    alter table rankings enable trigger user; alter table ranking_days enable trigger user`);
});

const at = (clock: string, on = day) => calendar().at(on, clock);
const noon = () => at('12:00');
const postId = async (authorId = somebody()) => (await writePost({ authorId, now: noon() })).id;
const board = async () =>
  (await getRanking({ day, limit: 100 }, at('12:00', addDays(day, 1)))).items.map(({ rank, memberId, posts }) => [
    rank,
    memberId,
    posts,
  ]);
const frozen = async () => {
  await freezeRanking(day, at('00:15', addDays(day, 1)));
  return board();
};
const rewardsOf = async () => {
  const { rows } = await db().$client.query<{ memberId: string; amount: number }>(
    `select e.member_id as "memberId", e.amount from point_transfers t join point_entries e
       on e.member_id = t.member_id and e.transfer_id = t.id and e.account = 'wallet'
     where t.kind = 'ranking-reward' and t.reference = $1 order by 1`,
    [`ranking:${day}`],
  );
  return rows;
};

test('members stand by the number of posts of others they commented on, one each', async () => {
  const [mine, other, third] = [await postId('ann'), await postId(), await postId()];
  for (const id of [mine, mine, other]) await writeComment(id, 'bob', noon());
  for (const id of [mine, other, third]) await writeComment(id, 'ann', noon());
  await writeComment(mine, 'cat', noon());
  const two = (a: string, b: string) => [a, b].sort();
  const stand = await frozen();
  expect(stand.map(([, , posts]) => posts)).toEqual([2, 2, 1]);
  expect(two(String(stand[0]?.[1]), String(stand[1]?.[1]))).toEqual(['ann', 'bob']);
});

test('of equals the one who got there first is before the others, and then the lower id', async () => {
  const [one, two] = [await postId(), await postId()];
  await writeComment(one, 'late', at('09:00'));
  await writeComment(two, 'late', at('11:00'));
  await writeComment(one, 'early', at('10:00'));
  await writeComment(two, 'early', at('10:30'));
  await writeComment(one, 'b', at('10:00'));
  await writeComment(two, 'b', at('10:30'));
  await writeComment(two, 'b', at('11:30'));
  expect(await frozen()).toEqual([
    [1, 'b', 2],
    [2, 'early', 2],
    [3, 'late', 2],
  ]);
});

test('what is hidden or deleted does not count, comment or post', async () => {
  const author = somebody();
  const [seen, hidden, gone] = [await postId(), await postId(), await postId(author)];
  for (const id of [seen, hidden, gone]) await writeComment(id, 'ann', noon());
  const deleted = await writeComment(seen, 'bob', noon());
  const rude = await writeComment(seen, 'cat', noon());
  await deleteComment({ id: deleted.id, authorId: 'bob', now: noon() });
  await hideComment({ id: rude.id, reason: 'rude', ...by });
  await hidePost({ id: hidden, reason: 'spam', ...by });
  await deletePost({ id: gone, authorId: author, ...by });
  expect(await frozen()).toEqual([[1, 'ann', 1]]);
});

test('a comment deleted and written again counts from the second', async () => {
  const id = await postId();
  const first = await writeComment(id, 'ann', at('09:00'));
  await writeComment(id, 'bob', at('10:00'));
  await deleteComment({ id: first.id, authorId: 'ann', now: at('09:30') });
  await writeComment(id, 'ann', at('11:00'));
  expect(await frozen()).toEqual([
    [1, 'bob', 1],
    [2, 'ann', 1],
  ]);
});

test('the day is the business day: a comment at midnight in Seoul is of the next', async () => {
  const id = await postId();
  await writeComment(id, 'ann', new Date(calendar().endOf(day).getTime() - 1));
  await writeComment(id, 'bob', calendar().endOf(day));
  expect(await frozen()).toEqual([[1, 'ann', 1]]);
});

test('ranks 1 to 3 are paid 500 points, however often and at once the day is frozen', async () => {
  const id = await postId();
  for (const [i, memberId] of ['a', 'b', 'c', 'd'].entries()) await writeComment(id, memberId, at(`1${i}:00`));
  const after = at('00:15', addDays(day, 1));
  const froze = await Promise.all(Array.from({ length: 3 }, () => freezeRanking(day, after)));
  expect(froze.filter(Boolean)).toHaveLength(1);
  expect(await freezeRanking(day, after)).toBe(false);
  expect(await rewardsOf()).toEqual(['a', 'b', 'c'].map((memberId) => ({ memberId, amount: 500 })));
  expect((await getRanking({ day, limit: 100 }, after)).items.map((item) => item.rewardPoints)).toEqual([
    500, 500, 500, 0,
  ]);
});

test('a frozen board stays as it was, whatever is hidden later, and the database refuses to change it', async () => {
  const id = await postId();
  await writeComment(id, 'ann', noon());
  const stood = await frozen();
  await hidePost({ id, reason: 'spam', ...by });
  expect(await board()).toEqual(stood);
  expect(stood).toHaveLength(1);
  await expect(db().$client.query('update rankings set posts = 9')).rejects.toThrow('append-only');
  await expect(db().$client.query('delete from ranking_days')).rejects.toThrow('append-only');
});

test('the daily run freezes each past day since the first comment, and a minute after midnight at the earliest', async () => {
  const id = await postId();
  await writeComment(id, 'ann', noon());
  const next = (clock: string, days = 1) => at(clock, addDays(day, days));
  expect(await freezeRankings(next('00:00'))).toEqual([]);
  expect(await freezeRankings(next('00:15', 3))).toEqual([day, addDays(day, 1), addDays(day, 2)]);
  expect(await freezeRankings(next('00:15', 3))).toEqual([]);
  expect(await rewardsOf()).toEqual([{ memberId: 'ann', amount: 500 }]);
});

test('a day in the future is refused', async () => {
  await expect(getRanking({ day: addDays(day, 1), limit: 1 }, noon())).rejects.toMatchObject({
    code: 'community/day-in-the-future',
  });
});
