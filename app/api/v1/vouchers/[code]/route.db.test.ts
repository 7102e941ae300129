import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db, transaction } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { balanceOf, buy, makeProduct, memberWith } from '@/lib/shop/testing/shop';
import { GET as orders } from '../../members/[id]/orders/route';
import { POST as refund } from '../../orders/[id]/refund/route';
import { GET as qr } from './qr/route';
import { POST as redeem } from './redeem/route';
import { GET } from './route';

let admin: { cookie: string };
let ann: { cookie: string };
let annMember = '';

beforeAll(async () => {
  admin = await signedIn(db(), (await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] })).id);
  const user = await makeUser(db(), { email: 'ann@example.com' });
  annMember = user.memberId;
  ann = await signedIn(db(), user.id);
  const gift = { reference: 'gift', kind: 'correction', amount: 100_000, account: 'correction' } as const;
  await transaction((tx) => transfer(tx, { memberId: annMember, ...gift, now: new Date() }));
});

const bought = async (memberId = annMember) => buy((await makeProduct({ price: 100 })).id, memberId);
const look = (code: string, headers: Record<string, string>) => call(GET, { headers, params: { code } });
const hand = (code: string, headers: Record<string, string> = { ...admin }) =>
  call(redeem, { method: 'POST', headers, params: { code } });

test('a member sees their own voucher and nobody else’s, staff see any', async () => {
  const { voucherCode, id } = await bought();
  expect(await look(voucherCode, { ...ann })).toMatchObject({ status: 200, json: { orderId: id, state: 'valid' } });
  const other = await bought(await memberWith(100));
  expect(await look(other.voucherCode, { ...ann })).toMatchObject({
    status: 404,
    json: { code: 'shop/voucher-not-found' },
  });
  expect((await look(other.voucherCode, { ...admin })).status).toBe(200);
});

test('the QR code is a picture of the page that redeems it', async () => {
  const { voucherCode } = await bought();
  const request = new Request('http://boxoffice.test/x', { headers: { ...ann } });
  const answer = await qr(request, { params: Promise.resolve({ code: voucherCode }) });
  expect(answer.headers.get('content-type')).toBe('image/svg+xml');
  expect(await answer.text()).toMatch(/^<svg/);
});

test('staff redeem a voucher once, and a member never', async () => {
  const { voucherCode } = await bought();
  expect((await hand(voucherCode, { ...ann })).status).toBe(403);
  expect(await hand(voucherCode.toLowerCase())).toMatchObject({ status: 200, json: { state: 'redeemed' } });
  const again = await hand(voucherCode);
  expect(again).toMatchObject({
    status: 409,
    json: { code: 'shop/voucher-redeemed', redeemedBy: 'admin', redeemedAt: expect.any(String) },
  });
});

test('a redemption whose answer was lost is answered again under its Idempotency-Key', async () => {
  const { voucherCode } = await bought();
  const { authorization } = await bearer(['vouchers:redeem']);
  const headers = { authorization, 'idempotency-key': randomUUID() };
  const answers = [await hand(voucherCode, headers), await hand(voucherCode, headers)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(answers[0]?.json).toEqual(answers[1]?.json);
});

test('a mistyped code is 422 and names the field', async () => {
  expect(await hand('0000000000000001')).toMatchObject({ status: 422, json: { errors: [{ pointer: '/code' }] } });
});

test('an admin refunds with a reason, a member may not, and the member sees it', async () => {
  const { id } = await bought();
  const before = await balanceOf(annMember);
  const send = (headers: Record<string, string>, body: object) =>
    call(refund, { method: 'POST', headers, body, params: { id: String(id) } });
  expect((await send({ ...ann }, { reason: 'x' })).status).toBe(403);
  expect((await send({ ...admin }, {})).status).toBe(422);
  expect(await send({ ...admin }, { reason: 'rain' })).toMatchObject({ status: 200, json: { voucherState: 'void' } });
  expect((await balanceOf(annMember)) - before).toBe(100);
  const { json } = await call(orders, { headers: { ...ann }, params: { id: annMember } });
  expect((json as { items: object[] }).items[0]).toMatchObject({ id, refundReason: 'rain' });
  expect((await call(orders, { headers: { ...ann }, params: { id: 'somebody-else' } })).status).toBe(404);
});
