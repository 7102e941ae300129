import { beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { hidePost } from '@/lib/community/hide-post';
import { somebody, writeComment, writePost } from '@/lib/community/testing/board';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { checkIntegrity } from './queries/check-integrity';

const now = new Date();

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(now)));
});

const broken = async () =>
  (await checkIntegrity(now)).checks.filter((check) => check.ok !== true).map((check) => [check.id, check.rule]);

test('all holds after posts, rewards, offers and hidden posts', async () => {
  const authorId = somebody();
  for (let i = 0; i < 4; i++) await writePost({ authorId });
  const offer = { coupons: 2, discount: { kind: 'percent', value: 10 } } as const;
  const { id } = await writePost({ kind: 'admin', authorId, offer });
  const memberId = somebody();
  for (const who of [authorId, memberId, memberId, somebody(), somebody()]) await writeComment(id, who);
  await hidePost({ id: (await writePost()).id, reason: 'spam', actor: SYSTEM, requestId: 'test', now });
  expect(await broken()).toEqual([]);
});

test('a fourth reward of a day is found', async () => {
  const memberId = somebody();
  for (let i = 0; i < 3; i++) await writePost({ authorId: memberId });
  const { id } = await writePost({ authorId: memberId });
  await transfer(db(), { memberId, reference: `post:${id}`, kind: 'post-reward', amount: 100, account: 'posts', now });
  expect(await broken()).toEqual([['post-rewards-are-three', 'I12']]);
  await db().$client.query(`update posts set day = '2020-01-01', reward_points = 100 where id = $1`, [id]);
  await db().$client.query(`insert into post_quotas values ('2020-01-01', 1, $1)`, [memberId]);
  expect(await broken()).toEqual([]);
});

test('a coupon too few is found', async () => {
  const offer = { coupons: 2, discount: { kind: 'points', value: 100 } } as const;
  const { id } = await writePost({ kind: 'admin', offer });
  await writeComment(id);
  await db().$client.query('update post_offers set used = used - 1 where post_id = $1', [id]);
  expect(await broken()).toEqual([['coupons-are-exact', 'I13']]);
  await db().$client.query('update post_offers set used = used + 1 where post_id = $1', [id]);
});

test('a post hidden without an entry in the audit log is found', async () => {
  const { id } = await writePost();
  await db().$client.query(`update posts set hidden_at = now(), hidden_reason = 'x' where id = $1`, [id]);
  expect(await broken()).toEqual([['changes-are-audited', 'I15']]);
});
