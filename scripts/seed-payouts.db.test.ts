import { expect, test } from 'vitest';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { makeDemoPeople } from '@/db/builders/people';
import { db } from '@/lib/platform/database';
import { listMonths } from '@/lib/settlement/queries/list-months';
import { listPayouts } from '@/lib/settlement/queries/list-payouts';
import { seedPayouts } from './seed-payouts';

const NOW = new Date('2026-11-21T12:00:00+09:00');

test('past months of the demo are closed and paid, and the latest is left to close', async () => {
  const people = await makeDemoPeople(db(), NOW);
  const creators = people.slice(1, 3).map((person) => person.id);
  const days = ['2026-08-30', '2026-09-10', '2026-10-10', '2026-11-02'];
  await makeLines(
    db(),
    days.flatMap((day) => creators.map((creatorId) => ({ contentId: creatorId, creatorId, day, adViews: 500 }))),
  );
  await makeDays(db(), { from: '2026-08-24', to: '2026-11-18', state: 'closed' });
  await seedPayouts(people, NOW);
  const months = await listMonths('2026-11-21' as Parameters<typeof listMonths>[0]);
  expect(months.map((month) => [month.month, month.state])).toEqual([
    ['2026-11', 'open'],
    ['2026-10', 'closable'],
    ['2026-09', 'closed'],
    ['2026-08', 'closed'],
  ]);
  const { items } = await listPayouts({ limit: 50 });
  expect(items.map((payout) => [payout.month, payout.state])).toEqual([
    ['2026-09', 'approved'],
    ['2026-09', 'held'],
    ['2026-08', 'paid'],
    ['2026-08', 'paid'],
  ]);
  expect(items.find((payout) => payout.creator.id === creators[1])?.amount).toBe(5000);
});
