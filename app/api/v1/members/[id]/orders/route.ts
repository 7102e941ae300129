import { memberInSight } from '@/lib/accounts/member-in-sight';
import { route } from '@/lib/http/route';
import { MemberPath } from '@/lib/points/schema';
import { listOrders } from '@/lib/shop/queries/list-orders';
import { MemberOrderQuery, OrderList } from '@/lib/shop/schema';

export const GET = route({
  summary: 'What a member bought, newest first.',
  scope: 'members:read',
  params: MemberPath,
  query: MemberOrderQuery,
  response: OrderList,
  handle: async ({ params, query, actor }) => listOrders({ ...query, memberId: memberInSight(actor, params.id) }),
});
