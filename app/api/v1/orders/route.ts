import { route } from '@/lib/http/route';
import { listOrders } from '@/lib/shop/queries/list-orders';
import { OrderList, OrderQuery } from '@/lib/shop/schema';

export const GET = route({
  summary: 'Orders of all members, newest first.',
  scope: 'shop:write',
  query: OrderQuery,
  response: OrderList,
  handle: ({ query }) => listOrders(query),
});
