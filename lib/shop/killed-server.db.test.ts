import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listCoupons } from '@/lib/coupons/queries/list-coupons';
import { db } from '@/lib/platform/database';
import { getProduct } from './queries/get-product';
import { balanceOf, couponOf, ledgerAndStock, makeProduct, memberWith, tracesOf } from './testing/shop';

const script = fileURLToPath(new URL('./testing/killed-buyer.ts', import.meta.url));
const NOTHING = { orders: 0, vouchers: 0, mails: 0, notices: 0, jobs: 0, transfers: 0 };
const ALL = { orders: 1, vouchers: 1, mails: 1, notices: 1, jobs: 1, transfers: 1 };

type Death = { at: number; after?: boolean };

/** A member with 1,000 points and a coupon of 10 % buys at a price of 600 from a server that dies. What is there afterwards? */
async function buyFromDying({ at, after = false }: Death) {
  const product = await makeProduct({ price: 600, stock: 3 });
  const memberId = await memberWith(1000);
  const couponId = await couponOf(memberId);
  const env = {
    ...process.env,
    KILL_AT: String(at),
    KILL_AFTER: after ? 'yes' : '',
    PRODUCT_ID: String(product.id),
    MEMBER_ID: memberId,
    COUPON_ID: String(couponId),
  };
  const { statements, killed } = await ended(fork(script, { execArgv: ['--import', 'tsx'], env }));
  await untilForgotten();
  const { items } = await listCoupons(memberId, { limit: 1 }, new Date());
  return {
    statements,
    killed,
    balance: await balanceOf(memberId),
    stock: (await getProduct(product.id, true)).stock,
    coupon: items[0]?.state,
    traces: await tracesOf(memberId),
  };
}

function ended(child: ChildProcess): Promise<{ statements: number; killed: boolean }> {
  return new Promise((resolve) => {
    let statements = 0;
    child.on('message', (said: { statements: number }) => {
      statements = said.statements;
    });
    child.on('exit', (_code, signal) => resolve({ statements, killed: signal === 'SIGKILL' }));
  });
}

/** The database notices by itself that a server has gone, and undoes what it had open. */
async function untilForgotten(): Promise<void> {
  await expect
    .poll(async () => {
      const { rows } = await db().$client.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      );
      return rows[0]?.n;
    })
    .toBe(0);
}

const UNTOUCHED = { killed: true, balance: 1000, stock: 3, coupon: 'issued', traces: NOTHING };
const DONE = { balance: 460, stock: 2, coupon: 'used', traces: ALL };

test('a server killed between any two statements leaves all of an order or nothing: never points gone without a voucher', async () => {
  const { statements, ...whole } = await buyFromDying({ at: 0 });
  expect(whole).toEqual({ killed: false, ...DONE });
  expect(statements).toBeGreaterThan(10);
  // The last statement is the commit: until it is sent nothing has happened, and once it is, everything has.
  const deaths = Array.from({ length: statements }, (_, i) => i + 1);
  const found = [];
  for (let i = 0; i < deaths.length; i += 3)
    found.push(...(await Promise.all(deaths.slice(i, i + 3).map((at) => buyFromDying({ at })))));
  expect(found.map(({ statements: _, ...rest }) => rest)).toEqual(deaths.map(() => UNTOUCHED));
  const { statements: _, ...answered } = await buyFromDying({ at: statements, after: true });
  expect(answered).toEqual({ killed: true, ...DONE });
  expect(await ledgerAndStock()).toEqual({ ledger: 0, stock: 0 });
}, 180_000);
