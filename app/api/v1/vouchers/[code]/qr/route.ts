import QRCode from 'qrcode';
import { roleAllows } from '@/lib/accounts/scopes';
import { siteOrigin } from '@/lib/accounts/site-origin';
import { route } from '@/lib/http/route';
import { db } from '@/lib/platform/database';
import { getVoucher } from '@/lib/shop/queries/get-voucher';
import { VoucherPath } from '@/lib/shop/schema';

export const GET = route({
  summary: 'The QR code of a voucher as SVG; it opens the page on which staff redeem it.',
  scope: 'members:read',
  params: VoucherPath,
  produces: 'image/svg+xml',
  handle: async ({ params, actor, request }) => {
    const seesAll = actor.kind !== 'user' || roleAllows(actor.roles, 'vouchers:redeem');
    const { code } = await getVoucher(db(), { typed: params.code, memberId: seesAll ? null : actor.memberId });
    const svg = await QRCode.toString(`${siteOrigin(request)}/redeem?code=${code}`, { type: 'svg', margin: 2 });
    return new Response(svg, {
      headers: { 'content-type': 'image/svg+xml', 'cache-control': 'private, max-age=3600' },
    });
  },
});
