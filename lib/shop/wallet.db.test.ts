import { expect, test } from 'vitest';
import { PointEntryQuery } from '@/lib/points/schema';
import { listWalletEntries } from './queries/list-wallet-entries';
import { refundOrder } from './refund-order';
import { buy, by, makeProduct, memberWith } from './testing/shop';

test('the wallet names the product of an order and of its refund', async () => {
  const product = await makeProduct({ price: 600 });
  const memberId = await memberWith(1000);
  const { id } = await buy(product.id, memberId);
  await refundOrder({ orderId: id, reason: 'rain', locale: 'ko', ...by() });
  const { items } = await listWalletEntries(memberId, PointEntryQuery.parse({}));
  expect(items.map(({ kind, amount, subject }) => [kind, amount, subject])).toEqual([
    ['refund', 600, product.name],
    ['order', -600, product.name],
    ['correction', 1000, null],
  ]);
});
