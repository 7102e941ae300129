import { roleAllows } from '@/lib/accounts/scopes';
import { route } from '@/lib/http/route';
import { db } from '@/lib/platform/database';
import { getVoucher } from '@/lib/shop/queries/get-voucher';
import { Voucher, VoucherPath } from '@/lib/shop/schema';

export const GET = route({
  summary: 'A voucher by its code; members see their own, admins and keys any.',
  scope: 'members:read',
  params: VoucherPath,
  response: Voucher,
  handle: ({ params, actor }) => {
    const seesAll = actor.kind !== 'user' || roleAllows(actor.roles, 'vouchers:redeem');
    return getVoucher(db(), { typed: params.code, memberId: seesAll ? null : actor.memberId });
  },
});
