import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { DomainError } from '@/lib/kernel/error';
import { db, transaction } from '@/lib/platform/database';
import { type Transfer, transfer } from './transfer';

const now = new Date('2026-03-02T01:02:03.456Z');

const wanted = (over: Partial<Transfer> = {}): Transfer => ({
  memberId: randomUUID(),
  reference: `test:${randomUUID()}`,
  kind: 'ad-reward',
  amount: 100,
  account: 'ads',
  now,
  ...over,
});
const move = (over: Partial<Transfer> = {}) => transaction((tx) => transfer(tx, wanted(over)));
const outcomeOf = (promise: Promise<{ replayed: boolean }>) =>
  promise.then(
    ({ replayed }) => (replayed ? 'replayed' : 'moved'),
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );

async function ledgerOf(memberId: string) {
  const { rows } = await db().$client.query<{ balance: number; entries: string[] }>(
    `select (select balance from point_balances where member_id = $1) as balance,
      (select array_agg(account || ' ' || amount order by transfer_id, account desc) from point_entries where member_id = $1) as entries`,
    [memberId],
  );
  return rows[0];
}

test('a transfer is an entry on each side, and the balance has it', async () => {
  const memberId = randomUUID();
  const made = await move({ memberId, reference: 'a:1' });
  expect(made).toEqual({ id: expect.any(Number), amount: 100, kind: 'ad-reward', at: now, replayed: false });
  expect(await ledgerOf(memberId)).toEqual({ balance: 100, entries: ['wallet 100', 'ads -100'] });
});

test('the same reference again changes nothing and returns the first', async () => {
  const memberId = randomUUID();
  const first = await move({ memberId, reference: 'a:1' });
  const second = await move({ memberId, reference: 'a:1', amount: 7, kind: 'correction', account: 'correction' });
  expect(second).toEqual({ ...first, replayed: true });
  expect(await ledgerOf(memberId)).toEqual({ balance: 100, entries: ['wallet 100', 'ads -100'] });
});

test('another member may have the same reference', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  expect(await outcomeOf(move({ memberId: one, reference: 'a:1' }))).toBe('moved');
  expect(await outcomeOf(move({ memberId: other, reference: 'a:1' }))).toBe('moved');
});

test('takes the whole balance, and refuses one point more with what is there', async () => {
  const memberId = randomUUID();
  await move({ memberId });
  await expect(move({ memberId, amount: -101, kind: 'order', account: 'shop' })).rejects.toMatchObject({
    code: 'points/insufficient',
    detail: '101 points are needed and 100 are there. Nothing was taken.',
  });
  expect(await ledgerOf(memberId)).toMatchObject({ balance: 100, entries: ['wallet 100', 'ads -100'] });
  expect(await outcomeOf(move({ memberId, amount: -100, kind: 'order', account: 'shop' }))).toBe('moved');
  expect(await ledgerOf(memberId)).toMatchObject({ balance: 0 });
});

test('refuses to take from a member who never had points', async () => {
  expect(await outcomeOf(move({ amount: -1, kind: 'order', account: 'shop' }))).toBe('points/insufficient');
});

test('a payment that took place is answered again when its points are long gone', async () => {
  const memberId = randomUUID();
  const order = { memberId, reference: 'order:1', amount: -100, kind: 'order', account: 'shop' } as const;
  await move({ memberId });
  await move(order);
  expect(await outcomeOf(move(order))).toBe('replayed');
  expect(await ledgerOf(memberId)).toMatchObject({ balance: 0 });
});

test('one reference fifty times at once is transferred once', async () => {
  const memberId = randomUUID();
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(move({ memberId, reference: 'a:1' }))));
  expect(outcomes.filter((one) => one === 'moved')).toHaveLength(1);
  expect(outcomes.filter((one) => one === 'replayed')).toHaveLength(49);
  expect(await ledgerOf(memberId)).toEqual({ balance: 100, entries: ['wallet 100', 'ads -100'] });
});

test('of thirty payments at once for points of ten, ten take place and each other is refused politely', async () => {
  const memberId = randomUUID();
  await move({ memberId });
  const order = { memberId, amount: -10, kind: 'order', account: 'shop' } as const;
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => outcomeOf(move(order))));
  expect(outcomes.filter((one) => one === 'moved')).toHaveLength(10);
  expect(outcomes.filter((one) => one === 'points/insufficient')).toHaveLength(20);
  expect(await ledgerOf(memberId)).toMatchObject({ balance: 0 });
});

test('what the transaction around it gives up is given up', async () => {
  const memberId = randomUUID();
  const given = transaction(async (tx) => {
    await transfer(tx, wanted({ memberId }));
    throw new Error('the rest failed');
  });
  await expect(given).rejects.toThrow('the rest failed');
  expect(await ledgerOf(memberId)).toEqual({ balance: null, entries: null });
});
