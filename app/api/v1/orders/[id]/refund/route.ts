import { localeOfRequest } from '@/lib/http/locale-of-request';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { refundOrder } from '@/lib/shop/refund-order';
import { Order, OrderPath, OrderRefund } from '@/lib/shop/schema';

export const POST = route({
  summary: 'Gives points, stock and coupon back and voids the voucher, once; again it answers the same.',
  scope: 'shop:write',
  params: OrderPath,
  body: OrderRefund,
  response: Order,
  handle: ({ params, body, request, ...call }) =>
    refundOrder({ orderId: idOf(params.id), reason: body.reason, locale: localeOfRequest(request), ...call }),
});
