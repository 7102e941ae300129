import { actingMember } from '@/lib/accounts/acting-member';
import { localeOfRequest } from '@/lib/http/locale-of-request';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { shopErrors } from '@/lib/shop/errors';
import { placeOrder } from '@/lib/shop/place-order';
import { OrderPlace, OrderPlaced, ProductPath } from '@/lib/shop/schema';

export const POST = route({
  example: () => ({ body: { memberId: 'member-42' } }),
  summary: "Buys a product with a member's points, less a coupon. The voucher comes by mail in the request's language.",
  scope: 'shop:order',
  params: ProductPath,
  body: OrderPlace,
  emptyBody: true,
  idempotent: true,
  response: OrderPlaced,
  status: 201,
  handle: ({ params, body, actor, request, now, firstAnswer: answer }) => {
    const memberId = actingMember(actor, body.memberId);
    if (memberId === null) throw shopErrors.memberMissing();
    const { couponId = null, price: seenPrice = null } = body;
    const locale = localeOfRequest(request);
    return placeOrder({ productId: idOf(params.id), memberId, couponId, seenPrice, locale, now, answer });
  },
});
