import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { couponState } from '../rules';
import { Coupon, type CouponQuery } from '../schema';

type Row = {
  id: number;
  memberId: string;
  postId: number;
  kind: string;
  value: number;
  productIds: number[] | null;
  issuedAt: Date;
  expiresAt: Date | null;
  usedAt: Date | null;
  orderId: number | null;
};

/** A member's coupons, newest first, of one state or of all. */
export async function listCoupons(memberId: string, query: CouponQuery, now: Date): Promise<Page<Coupon>> {
  const { state, limit, cursor } = query;
  const { rows } = await db().$client.query<Row>({
    name: 'list-coupons',
    text: `select id, member_id as "memberId", post_id as "postId", discount_kind as kind, discount_value as value,
        product_ids as "productIds", issued_at as "issuedAt", expires_at as "expiresAt", used_at as "usedAt", order_id as "orderId"
      from coupons where member_id = $1 and id < $2 and ($3::text is null or $3 = case when used_at is not null then 'used'
        when expires_at <= $4 then 'expired' else 'issued' end)
      order by id desc limit $5`,
    values: [
      memberId,
      cursor === undefined ? Number.MAX_SAFE_INTEGER : idInCursor(cursor),
      state ?? null,
      now,
      limit + 1,
    ],
  });
  return pageOf(
    rows.map((row) => couponOf(row, now)),
    limit,
    (coupon) => [coupon.id],
  );
}

function couponOf({ kind, value, issuedAt, expiresAt, usedAt, ...row }: Row, now: Date): Coupon {
  return Coupon.parse({
    ...row,
    discount: { kind, value },
    state: couponState({ usedAt, expiresAt }, now),
    productIds: row.productIds === null ? null : row.productIds.map(Number),
    issuedAt: issuedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    usedAt: usedAt?.toISOString() ?? null,
  });
}
