import { randomUUID } from 'node:crypto';
import { SYSTEM } from '@/lib/accounts/actor';
import { issueCoupon } from '@/lib/coupons/issue-coupon';
import type { Discount } from '@/lib/coupons/schema';
import { db, transaction } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { createProduct } from '../create-product';
import { type PlaceOrder, placeOrder } from '../place-order';

export const by = () => ({ actor: SYSTEM, requestId: randomUUID(), now: new Date() });

/** A product on sale. */
export const makeProduct = (plan: { price?: number; stock?: number } = {}) =>
  createProduct({
    wanted: { name: `ticket ${randomUUID()}`, intro: 'A film.', price: 600, stock: 100, ...plan },
    ...by(),
  });

/** A new member with so many points. */
export async function memberWith(points: number): Promise<string> {
  const memberId = randomUUID();
  const given = { memberId, reference: 'gift', kind: 'correction', amount: points, account: 'correction' } as const;
  if (points > 0) await transaction((tx) => transfer(tx, { ...given, now: new Date() }));
  return memberId;
}

type CouponPlan = { discount?: Discount; productIds?: number[] | null; validDays?: number | null; now?: Date };

export async function couponOf(memberId: string, plan: CouponPlan = {}): Promise<number> {
  const made = await transaction((tx) =>
    issueCoupon(tx, {
      memberId,
      postId: Math.ceil(Math.random() * 1e9),
      postTitle: 'A post',
      discount: { kind: 'percent', value: 10 },
      validDays: null,
      productIds: null,
      locale: 'ko',
      now: new Date(),
      ...plan,
    }),
  );
  return made?.id ?? 0;
}

export const buy = (productId: number, memberId: string, rest: Partial<PlaceOrder> = {}) =>
  placeOrder({
    productId,
    memberId,
    couponId: null,
    seenPrice: null,
    locale: 'ko',
    now: new Date(),
    answer: null,
    ...rest,
  });

export const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

export const balanceOf = async (memberId: string): Promise<number> => {
  const { rows } = await db().$client.query<{ balance: number }>(
    'select balance from point_balances where member_id = $1',
    [memberId],
  );
  return rows[0]?.balance ?? 0;
};

/** Everything that one member's orders left behind, counted. */
export async function tracesOf(memberId: string) {
  const { rows } = await db().$client.query(
    `select (select count(*)::int from orders where member_id = $1) as orders,
      (select count(*)::int from vouchers where member_id = $1) as vouchers,
      (select count(*)::int from mails where member_id = $1 and template = 'ticket-bought') as mails,
      (select count(*)::int from notices where member_id = $1 and kind = 'ticket-bought') as notices,
      (select count(*)::int from graphile_worker._private_jobs
        where payload ->> 'memberId' = $1 and payload ->> 'sendId' like 'order:%') as jobs,
      (select count(*)::int from point_transfers where member_id = $1 and kind = 'order') as transfers`,
    [memberId],
  );
  return rows[0];
}

/** What the whole ledger sums to, and what of the stock and the orders does not agree. */
export async function ledgerAndStock() {
  const { rows } = await db().$client.query<{ ledger: number; stock: number }>(
    `select (select coalesce(sum(amount), 0)::int from point_entries) as ledger,
      (select count(*)::int from products p where sold > supply or sold <> (
        select count(*) from orders o where o.product_id = p.id and o.refunded_at is null)) as stock`,
  );
  return rows[0];
}

/** Opens all connections of the pool: who has to open one first comes too late for a race. */
export const openAllConnections = () =>
  Promise.all(Array.from({ length: 10 }, () => db().$client.query('select pg_sleep(0.1)')));
