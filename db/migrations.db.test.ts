import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';

test('the event log is partitioned by range of day, with an empty default partition', async () => {
  const { rows } = await db().execute(
    sql`select pg_get_partkeydef('events'::regclass) as key, (select count(*) from events_default) as stray`,
  );
  expect(rows).toEqual([{ key: 'RANGE (day)', stray: 0 }]);
});

// By what column each large table could be spread over several servers.
const SPREAD_BY: Record<string, string> = {
  events: 'content_id',
  event_deltas: 'content_id',
  provisional_verdicts: 'content_id',
  summaries: 'content_id',
  likes: 'content_id',
  watch_players: 'content_id',
  watch_positions: 'content_id',
  watch_times: 'content_id',
  ad_video_views: 'content_id',
  content_owners: 'content_id',
  settlement_lines: 'content_id',
  settlement_creator_days: 'creator_id',
  participations: 'member_id',
  point_transfers: 'member_id',
  point_entries: 'member_id',
  point_balances: 'member_id',
  point_accruals: 'member_id',
  posts: 'id',
  post_bodies: 'post_id',
  comments: 'post_id',
  post_quotas: 'member_id',
  coupons: 'member_id',
  mails: 'member_id',
  notices: 'member_id',
  orders: 'member_id',
  vouchers: 'code',
};

test('every unique key of a large table holds the column by which it could be spread', async () => {
  const { rows } = await db().$client.query<{ table: string; key: string; columns: string[] }>(
    `select t.relname as table, i.relname as key,
      array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum = any(x.indkey::int2[])) as columns
     from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     where x.indisunique and t.relname = any($1)`,
    [Object.keys(SPREAD_BY)],
  );
  expect(new Set(rows.map((row) => row.table)).size).toBeGreaterThan(10);
  expect(rows.filter(({ table, columns }) => !columns.includes(SPREAD_BY[table] ?? ''))).toEqual([]);
});

test('no foreign key ties a large table to one that stays on one server', async () => {
  const { rows } = await db().$client.query<{ table: string; to: string }>(
    `select conrelid::regclass::text as table, confrelid::regclass::text as to from pg_constraint
     where contype = 'f' and conrelid::regclass::text = any($1)`,
    [Object.keys(SPREAD_BY)],
  );
  expect(rows.filter(({ table, to }) => SPREAD_BY[to] !== SPREAD_BY[table])).toEqual([]);
});

test('participations are partitioned by hash of the member, settlement lines by range of day', async () => {
  const { rows } = await db().$client.query(
    `select pg_get_partkeydef('participations'::regclass) as joined, pg_get_partkeydef('settlement_lines'::regclass) as lines,
      (select count(*)::int from pg_inherits where inhparent = 'participations'::regclass) as parts`,
  );
  expect(rows).toEqual([{ joined: 'HASH (member_id)', lines: 'RANGE (day)', parts: 16 }]);
});
