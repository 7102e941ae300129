import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db, transaction } from '@/lib/platform/database';
import { type IssueCoupon, issueCoupon } from './issue-coupon';
import { listCoupons } from './queries/list-coupons';

const now = new Date('2026-11-21T14:59:59.999Z'); // a moment before midnight in Seoul
const issue = (wanted: Partial<IssueCoupon> = {}) =>
  transaction((tx) =>
    issueCoupon(tx, {
      memberId: randomUUID(),
      postId: 5,
      postTitle: 'Opening night',
      discount: { kind: 'percent', value: 20 },
      validDays: 7,
      productIds: [1, 2],
      locale: 'en',
      now,
      ...wanted,
    }),
  );

test('a coupon comes with its mail, its job and its notice', async () => {
  const made = await issue({ memberId: 'ann' });
  const { items } = await listCoupons('ann', { limit: 10 }, now);
  expect(items).toEqual([
    expect.objectContaining({
      id: made?.id,
      state: 'issued',
      productIds: [1, 2],
      expiresAt: '2026-11-28T15:00:00.000Z',
    }),
  ]);
  const { rows } = await db().$client.query(
    `select (select count(*)::int from mails where member_id = 'ann' and send_id = 'coupon:' || $1) as mails,
      (select count(*)::int from notices where member_id = 'ann' and kind = 'coupon-won') as notices,
      (select count(*)::int from graphile_worker._private_jobs where payload ->> 'memberId' = 'ann') as jobs`,
    [made?.id],
  );
  expect(rows).toEqual([{ mails: 1, notices: 1, jobs: 1 }]);
});

test('one coupon a member and post, of any number at once', async () => {
  const made = await Promise.all(Array.from({ length: 10 }, () => issue({ memberId: 'bob', postId: 6 })));
  expect(made.filter((one) => one !== null)).toHaveLength(1);
  expect((await listCoupons('bob', { limit: 10 }, now)).items).toHaveLength(1);
  const { rows } = await db().$client.query(`select count(*)::int as n from mails where member_id = 'bob'`);
  expect(rows).toEqual([{ n: 1 }]);
});

test('a list shows one state, page by page, newest first', async () => {
  for (const postId of [1, 2, 3]) await issue({ memberId: 'cat', postId, validDays: postId === 2 ? 1 : null });
  const later = new Date('2026-12-01T00:00:00Z');
  expect((await listCoupons('cat', { limit: 10, state: 'expired' }, later)).items.map((one) => one.postId)).toEqual([
    2,
  ]);
  const first = await listCoupons('cat', { limit: 2 }, later);
  const second = await listCoupons('cat', { limit: 2, cursor: first.nextCursor ?? '' }, later);
  expect([...first.items, ...second.items].map((one) => one.postId)).toEqual([3, 2, 1]);
  expect(second.nextCursor).toBeNull();
});
