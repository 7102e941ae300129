import pg from 'pg';
import { buy } from './shop';

// A server that dies right before its n-th statement goes out, or with `after` right after it went.
const { KILL_AT = '0', KILL_AFTER = '', PRODUCT_ID = '0', MEMBER_ID = '', COUPON_ID = '0' } = process.env;

type Query = (...args: unknown[]) => unknown;
const prototype: { query: Query } = pg.Client.prototype as unknown as { query: Query };
const original = prototype.query;
let statements = 0;

prototype.query = function query(this: unknown, ...args: unknown[]): unknown {
  statements += 1;
  const last = statements === Number(KILL_AT);
  if (last && KILL_AFTER === '') process.kill(process.pid, 'SIGKILL');
  const asked = original.apply(this, args);
  if (last && asked instanceof Promise) void asked.finally(() => process.kill(process.pid, 'SIGKILL'));
  return asked;
};

await buy(Number(PRODUCT_ID), MEMBER_ID, { couponId: Number(COUPON_ID) });
process.send?.({ statements });
process.exit(0);
