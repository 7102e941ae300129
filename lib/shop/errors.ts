import { DomainError } from '@/lib/kernel/error';

const field = (pointer: string, message: string) => ({ fields: [{ pointer, message }] });
const missing = (code: string, title: string, detail: string) => new DomainError(code, 'missing', title, detail);
const conflict = (code: string, title: string, detail: string) => new DomainError(code, 'conflict', title, detail);
const invalid = (code: string, title: string, pointer: string, message: string) =>
  new DomainError(code, 'invalid', title, message, field(pointer, message));

/** The refusals of the shop. */
export const shopErrors = {
  productNotFound: () =>
    missing('shop/product-not-found', 'No such product', 'Check the id; GET /api/v1/products lists what there is.'),
  notOnSale: () =>
    conflict(
      'shop/not-on-sale',
      'This product is not for sale any more',
      'Nothing was taken. Choose another product of the shop.',
    ),
  soldOut: () => conflict('shop/sold-out', 'Sold out', 'None is left, and nothing was taken. Choose another product.'),
  insufficientPoints: (balance: number, price: number) =>
    new DomainError(
      'shop/insufficient-points',
      'conflict',
      'Not enough points',
      `${price.toLocaleString('en')} points are needed and ${balance.toLocaleString('en')} are there. Nothing was taken.`,
      { facts: { balance, price } },
    ),
  couponNotUsable: (reason: string, detail: string) =>
    new DomainError(
      'shop/coupon-not-usable',
      'conflict',
      'The coupon cannot be used here',
      `${detail} Nothing was taken; choose another coupon, or none.`,
      { facts: { reason } },
    ),
  priceChanged: (price: number) =>
    new DomainError(
      'shop/price-changed',
      'conflict',
      'The price has changed',
      `It is ${price.toLocaleString('en')} points now. Nothing was taken; look at the new price and buy again.`,
      { facts: { price } },
    ),
  productArchived: () =>
    conflict(
      'shop/product-archived',
      'This product is archived',
      'An archived product stays as it is. Put it on sale again first.',
    ),
  unknownImage: () =>
    invalid('shop/unknown-image', 'No such picture', '/imageUrl', 'was never uploaded here; upload the picture first'),
  memberMissing: () =>
    invalid('shop/member-missing', 'Who buys?', '/memberId', 'is missing; a key has to name the member'),
  orderNotFound: () =>
    missing('shop/order-not-found', 'No such order', 'GET /api/v1/orders lists the orders there are.'),
  voucherNotFound: () =>
    missing('shop/voucher-not-found', 'No such voucher', 'Check the code against the page or the mail of the voucher.'),
  voucherMistyped: () =>
    invalid(
      'shop/voucher-mistyped',
      'This is no voucher code',
      '/code',
      'has a wrong letter or two in the wrong order; a code has 16 letters and digits, type it again',
    ),
  voucherRedeemed: (redeemedAt: string, redeemedBy: string) =>
    new DomainError(
      'shop/voucher-redeemed',
      'conflict',
      'This voucher was redeemed',
      `It was redeemed at ${redeemedAt} by ${redeemedBy}, and a voucher is redeemed once.`,
      { facts: { redeemedAt, redeemedBy } },
    ),
  voucherVoid: () =>
    conflict('shop/voucher-void', 'This voucher is void', 'Its order was refunded, so there is nothing to hand out.'),
};
