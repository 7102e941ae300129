import { expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { db, transaction } from '@/lib/platform/database';
import { transfer } from '@/lib/points/transfer';
import { ledgerAndStock } from '@/lib/shop/testing/shop';
import { seedShop } from './seed-shop';

test("the demo's shop has products of every kind, and orders that were redeemed, refunded and are still held", async () => {
  const now = new Date();
  const people = [];
  for (const name of ['bora', 'sejin']) {
    const user = await makeUser(db(), { email: `${name}@demo.boxoffice.example` });
    const gift = { reference: 'gift', kind: 'correction', amount: 3000, account: 'correction' } as const;
    await transaction((tx) => transfer(tx, { memberId: user.memberId, ...gift, now }));
    people.push(user);
  }
  await seedShop(people, now);
  const { rows } = await db().$client.query(
    `select (select count(*)::int from products where archived_at is null) as "onSale",
      (select count(*)::int from products where sold = supply) as "soldOut",
      (select count(*)::int from vouchers where redeemed_at is not null) as redeemed,
      (select count(*)::int from vouchers where voided_at is not null) as void,
      (select count(*)::int from vouchers where redeemed_at is null and voided_at is null) as held,
      (select count(*)::int from orders where ordered_at > $1) as future`,
    [now],
  );
  expect(rows).toEqual([{ onSale: 5, soldOut: 1, redeemed: 3, void: 1, held: 1, future: 0 }]);
  expect(await ledgerAndStock()).toEqual({ ledger: 0, stock: 0 });
});
