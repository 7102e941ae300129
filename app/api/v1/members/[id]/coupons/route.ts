import { memberInSight } from '@/lib/accounts/member-in-sight';
import { listCoupons } from '@/lib/coupons/queries/list-coupons';
import { CouponList, CouponQuery } from '@/lib/coupons/schema';
import { route } from '@/lib/http/route';
import { MemberPath } from '@/lib/points/schema';

export const GET = route({
  summary: "A member's coupons, newest first, of one state or of all.",
  scope: 'members:read',
  params: MemberPath,
  query: CouponQuery,
  response: CouponList,
  handle: async ({ params, query, actor, now }) => listCoupons(memberInSight(actor, params.id), query, now),
});
