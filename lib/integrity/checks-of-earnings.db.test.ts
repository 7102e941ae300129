import { beforeAll, expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { settleLines } from '@/lib/settlement/settle-lines';
import { checkIntegrity } from './queries/check-integrity';

const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const DAY = '2026-11-01' as Day;
const OTHER = 424_242;

beforeAll(async () => {
  await query(`insert into contents (title, kind, duration_seconds) values ('v', 'video', 600), ('w', 'video', 600)`);
  await query(`insert into content_owners values (1, '2000-01-01', 7)`);
  await query(
    `insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, 1, 5, 2), ('d', $1, 2, 3, 0)`,
    [DAY],
  );
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`insert into days (day, state) values ($1, 'settled')`, [DAY]);
  await settleLines(client, DAY);
  await client.query('commit');
  client.release();
});

const look = async () =>
  (await checkIntegrity(new Date('2026-11-05T12:00:00+09:00'))).checks.find(({ id }) => id === 'earnings-are-lines');

test('I6: what is kept for each creator and day is what the lines sum to', async () => {
  expect(await look()).toMatchObject({ ok: true, looked: 1, breaches: 0 });
});

test.each([
  ['an amount that is off', 'update settlement_creator_days set ad_won = ad_won + 1 where creator_id = 7'],
  ['a creator left out', 'delete from settlement_creator_days where creator_id = 0'],
  ['a creator too many', `insert into settlement_creator_days values (${OTHER}, 1, 1, 0, 1, 0, 0, '${DAY}')`],
])('I6: %s is found', async (_, change) => {
  await query('create table kept as table settlement_creator_days');
  await query(change);
  expect(await look()).toMatchObject({ ok: false, breaches: 1 });
  await query('truncate settlement_creator_days');
  await query('insert into settlement_creator_days select * from kept');
  await query('drop table kept');
});
