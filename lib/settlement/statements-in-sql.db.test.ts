import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeLines } from '@/db/builders/lines';
import { db } from '@/lib/platform/database';
import type { Month } from './month';
import { payableOf } from './rules';
import { statementsInSql } from './statements-in-sql';

const MONTH = '2026-09-01' as Month;
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

test('what SQL withholds of a month is what the rules say, whatever was earned and whoever is paid', async () => {
  const edges = [0, 1, 332, 333, 334, 3333, 3334, 33_333, 33_334, 100_000, 999_999_999_999, -1, -5000];
  const amounts = fc.sample(fc.oneof(fc.constantFrom(...edges), fc.integer({ min: -1e6, max: 1e9 })), {
    numRuns: 300,
    seed: 7,
  });
  await makeLines(
    db(),
    [...edges, ...amounts].map((views, i) => ({ contentId: i + 1, creatorId: i + 1, day: '2026-09-10', views })),
  );
  await query(
    `insert into payout_accounts (creator_id, bank, sealed_number, last4, holder, payee, business_number, changed_at)
     select n, '004', 'x', '0000', 'x', 'business', '1208147521', now() from generate_series(1, $1, 3) n`,
    [edges.length + amounts.length],
  );
  const { rows } = await db().execute(statementsInSql(MONTH, null));
  expect(rows).toHaveLength(edges.length + amounts.length);
  for (const row of rows as Record<string, number | string>[]) {
    const gross = BigInt(row.video_won ?? 0);
    const payee = row.payee === 'business' ? 'business' : 'individual';
    const wanted = payableOf(gross > 0n ? gross : 0n, payee);
    expect([row.income_tax_won, row.local_tax_won, row.net_won]).toEqual(
      [wanted.incomeTax, wanted.localTax, wanted.net].map(Number),
    );
    expect(row.carries_won).toBe(Number(gross < 0n ? gross : 0n));
  }
});

test('one creator asked for alone has the same statement as among all', async () => {
  const all = (await db().execute(statementsInSql(MONTH, null))).rows.find((row) => row.creator_id === 11);
  expect((await db().execute(statementsInSql(MONTH, 11))).rows).toEqual([all]);
});

test('any change of a line changes the checksum of its statement', async () => {
  const sum = async () => (await db().execute(statementsInSql(MONTH, 12))).rows[0]?.lines_checksum;
  const before = await sum();
  await query('update settlement_lines set ad_views_before = 5, ad_views_after = 5 where creator_id = 12');
  expect(await sum()).not.toBe(before);
});
