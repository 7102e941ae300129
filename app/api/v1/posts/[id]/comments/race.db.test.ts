import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { issueKey } from '@/lib/accounts/issue-key';
import { JoinServers } from '@/lib/ads/testing/join-servers';
import { createComment } from '@/lib/community/create-comment';
import { writePost } from '@/lib/community/testing/board';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

const MEMBERS = 200;
const COUPONS = 10;
const offer = { coupons: COUPONS, discount: { kind: 'percent', value: 20 } } as const;

let servers: JoinServers | undefined;
let headers: Record<string, string> = {};

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  const rate = { requestsPerSecond: 1_000_000, burst: 1_000_000 };
  const wanted = { name: 'a race', kind: 'secret', scopes: ['posts:write'], allowedOrigins: [], ...rate } as const;
  const { key } = await issueKey(db(), { ...wanted, scopes: [...wanted.scopes], allowedOrigins: [], now: new Date() });
  headers = { authorization: `Bearer ${key}` };
});

afterEach(() => servers?.stop());

type Won = { memberId: string; postId: number; id: number };

const wonBy = async (postId: number) =>
  (
    await db().$client.query<Won>(
      'select member_id as "memberId", post_id as "postId", id from coupons where post_id = $1 order by id',
      [postId],
    )
  ).rows;

/** Who comes first when the author is left out and each member counts once, in the order in which comments were committed. */
const firstToComment = async (postId: number, authorId: string) =>
  (
    await db().$client.query<{ memberId: string }>(
      `select author_id as "memberId" from comments where post_id = $1 and author_id <> $2 group by 1 order by min(id) limit $3`,
      [postId, authorId, COUPONS],
    )
  ).rows.map((row) => row.memberId);

const mailsOf = async (won: Won[]) =>
  (
    await db().$client.query<{ n: number; members: number }>(
      `select count(*)::int as n, count(distinct member_id)::int as members from mails
       where template = 'coupon-won' and (member_id, send_id) in (select * from unnest($1::text[], $2::text[]))`,
      [won.map((one) => one.memberId), won.map((one) => `coupon:${one.id}`)],
    )
  ).rows[0];

test('200 members at once over four servers, some twice, the author too: 10 coupons to the first 10, 10 mails', async () => {
  const authorId = `author ${randomUUID()}`;
  const { id: postId } = await writePost({ kind: 'admin', authorId, offer });
  servers = await JoinServers.start(4);
  const members = Array.from({ length: MEMBERS }, () => `member ${randomUUID()}`);
  // The author at once and again and again, so that one of theirs is among the first; every fifth member twice.
  const asking = members.flatMap((memberId, i) => [
    ...(i % 40 === 0 ? [authorId] : []),
    memberId,
    ...(i % 5 === 0 ? [memberId] : []),
  ]);
  const path = `/api/v1/posts/${postId}/comments`;
  const all = servers;
  const answers = await Promise.all(
    asking.map((memberId, i) => all.post(i, path, { body: `comment ${i}`, memberId }, headers)),
  );
  const said = answers.map((answer) => ('text' in answer ? { status: answer.status, ...JSON.parse(answer.text) } : {}));
  expect(said.filter((one) => one.status !== 201)).toEqual([]);
  const won = await wonBy(postId);
  expect(won).toHaveLength(COUPONS);
  expect(new Set(won.map((one) => one.memberId)).size).toBe(COUPONS);
  expect(won.map((one) => one.memberId)).toEqual(await firstToComment(postId, authorId));
  const told = said.filter((one) => one.coupon !== null).map((one) => [one.authorId, one.coupon.id]);
  expect(told.sort()).toEqual(won.map((one) => [one.memberId, one.id]).sort());
  expect(await mailsOf(won)).toEqual({ n: COUPONS, members: COUPONS });
  const { rows } = await db().$client.query(
    `select o.used, p.comments from post_offers o join posts p on p.id = o.post_id where p.id = $1`,
    [postId],
  );
  expect(rows).toEqual([{ used: COUPONS, comments: asking.length }]);
  expect((await checkIntegrity(new Date())).checks.filter((check) => check.ok !== true)).toEqual([]);
});

const comment = (postId: number, memberId: string) =>
  createComment({ postId, memberId, body: 'me', locale: 'ko', now: new Date(), answer: null });

test('three members who comment get three coupons', async () => {
  const { id: postId } = await writePost({ kind: 'admin', offer });
  for (const memberId of ['a', 'b', 'c']) expect((await comment(postId, memberId)).coupon).not.toBeNull();
  expect(await wonBy(postId)).toHaveLength(3);
});

test("a member's second comment wins nothing, nor does the author's, nor one on a post without an offer", async () => {
  const { id: postId } = await writePost({ kind: 'admin', authorId: 'the author', offer });
  expect((await comment(postId, 'the author')).coupon).toBeNull();
  expect((await comment(postId, 'd')).coupon).toMatchObject({ discount: { kind: 'percent', value: 20 } });
  expect((await comment(postId, 'd')).coupon).toBeNull();
  expect((await comment((await writePost({ kind: 'admin' })).id, 'd')).coupon).toBeNull();
  expect(await wonBy(postId)).toHaveLength(1);
});

test('the mail is in the language of the one who commented', async () => {
  const person = await makeUser(db(), { email: 'eve@example.com' });
  const { id: postId } = await writePost({ kind: 'admin', offer });
  await createComment({ postId, memberId: person.memberId, body: 'x', locale: 'en', now: new Date(), answer: null });
  const { rows } = await db().$client.query('select locale, template from mails where member_id = $1', [
    person.memberId,
  ]);
  expect(rows).toEqual([{ locale: 'en', template: 'coupon-won' }]);
});
