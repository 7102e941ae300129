import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { rowsRead } from '@/lib/platform/testing/rows-read';
import { accruePoints } from './accrue-points';
import { payPromises } from './store';
import { promise, standingOf } from './testing/promises';
import { transfer } from './transfer';

const now = new Date('2026-03-02T01:02:03.456Z');
const alone = { jobs: false };

test('a promise is paid from the account of its kind, and says when', async () => {
  const [, , third] = await promise(3, alone);
  if (!third) throw new Error('nothing was promised');
  await accruePoints({ ...third, now });
  const { rows } = await db().$client.query(
    `select e.account, e.amount, t.kind, t.at, a.accrued_at from point_accruals a
     join point_transfers t using (member_id, reference)
     join point_entries e on e.member_id = t.member_id and e.transfer_id = t.id
     where a.reference = $1 order by e.amount`,
    [third.reference],
  );
  expect(rows).toEqual([
    { account: 'ads', amount: -3, kind: 'ad-reward', at: now, accrued_at: now },
    { account: 'wallet', amount: 3, kind: 'ad-reward', at: now, accrued_at: now },
  ]);
});

test('a promise that is asked for again and again is paid once', async () => {
  const promised = await promise(20, alone);
  const often = Array.from({ length: 5 }, () => promised).flat();
  await Promise.all(often.map((one) => accruePoints({ ...one, now })));
  await Promise.all(promised.map((one) => accruePoints({ ...one, now })));
  expect(await standingOf(promised)).toMatchObject({ pending: 0, transfers: 20, paid: 210 });
});

test('two servers that pay the same promises at the same time, in any order, pay each once', async () => {
  const promised = await promise(200, alone);
  const shuffled = promised.toSorted(() => Math.random() - 0.5);
  const tries = [promised, promised.toReversed(), shuffled, shuffled.toReversed()];
  await Promise.all(tries.map((keys) => payPromises(db().$client, keys, now)));
  expect(await standingOf(promised)).toMatchObject({ pending: 0, transfers: 200, paid: 20_100 });
});

test('a transfer that stands already under this reference is not made again', async () => {
  const [one] = await promise(1, alone);
  if (!one) throw new Error('nothing was promised');
  await transfer(db(), { ...one, kind: 'ad-reward', amount: 1, account: 'ads', now });
  await accruePoints({ ...one, now });
  expect(await standingOf([one])).toMatchObject({ pending: 0, transfers: 1, paid: 1 });
});

test('what was never promised fails for good, and those who are paid with it are paid', async () => {
  const promised = await promise(5, alone);
  const unknown = { memberId: 'nobody', reference: 'test:none' };
  const outcomes = await Promise.allSettled([unknown, ...promised].map((one) => accruePoints({ ...one, now })));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', ...promised.map(() => 'fulfilled')]);
  await expect(accruePoints({ ...unknown, now })).rejects.toBeInstanceOf(FailsForGood);
  expect(await standingOf(promised)).toMatchObject({ pending: 0, transfers: 5 });
});

test('a promise whose transaction is lost half-way is as it was, and is paid at the next try', async () => {
  const promised = await promise(3, alone);
  const client = await db().$client.connect();
  await client.query('begin');
  await payPromises(client, promised, now);
  client.release(true);
  await expect.poll(() => standingOf(promised)).toMatchObject({ pending: 3, transfers: 0, paid: 0 });
  await Promise.all(promised.map((one) => accruePoints({ ...one, now })));
  expect(await standingOf(promised)).toMatchObject({ pending: 0, transfers: 3, paid: 6 });
});

test('paying one of many that are due reads that one, also with a plan from when few were', async () => {
  const client = await db().$client.connect();
  try {
    await client.query('analyze point_accruals');
    for (const one of await promise(10, alone)) await payPromises(client, [one], now);
    const [first] = await promise(3000, alone);
    if (!first) throw new Error('nothing was promised');
    expect(await rowsRead(client, 'point_accruals', () => payPromises(client, [first], now))).toBeLessThan(10);
  } finally {
    client.release();
  }
});
