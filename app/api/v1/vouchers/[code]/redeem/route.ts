import { route } from '@/lib/http/route';
import { redeemVoucher } from '@/lib/shop/redeem-voucher';
import { Voucher, VoucherPath } from '@/lib/shop/schema';

export const POST = route({
  summary: 'Redeems a voucher, once. Case, spaces and dashes of the code do not matter.',
  scope: 'vouchers:redeem',
  params: VoucherPath,
  idempotent: true,
  response: Voucher,
  handle: ({ params, firstAnswer: answer, ...call }) => redeemVoucher({ typed: params.code, answer, ...call }),
});
