import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltUser, makeDemoPeople } from '@/db/builders/people';
import { judgeJoin, stateOf } from '@/lib/ads/rules';
import { assetStorage } from '@/lib/assets/asset-storage';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { seedAds } from './seed-ads';

const NOW = new Date('2026-11-21T21:00:00+09:00');
let folder = '';
let people: BuiltUser[] = [];
let seeded = { ads: 0, participations: 0 };

const ask = async (text: string, values: unknown[] = []) => (await db().$client.query(text, values)).rows;
const memberIdOf = (name: string) => people.find((user) => user.email.startsWith(`${name}@`))?.memberId ?? '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-seed-'));
  process.env.BOXOFFICE_DATA_DIR = folder;
  resetEnv();
  await ensurePartitions(partitionRange('2026-11-21' as Day));
  people = await makeDemoPeople(db(), NOW);
  seeded = await seedAds(people, NOW);
});

afterAll(() => rm(folder, { recursive: true }));

test('there are ads of every state, of the advertiser and of the house, with thousands of participations', async () => {
  const rows = await ask('select *, state as decided, starts_at as "startsAt", ends_at as "endsAt" from ads');
  expect(rows).toHaveLength(seeded.ads);
  const states = rows.map((row) => stateOf(row, NOW));
  expect(new Set(states)).toEqual(new Set(['scheduled', 'live', 'paused', 'sold-out', 'ended']));
  expect(states.filter((state) => state === 'live').length).toBeGreaterThan(5);
  expect(new Set(rows.map((row) => row.owner_id))).toEqual(new Set([null, people[3]?.id]));
  const [joined] = await ask('select count(*) as n, count(distinct member_id) as members from participations');
  expect(joined.n).toBe(seeded.participations);
  expect(joined.n).toBeGreaterThan(4000);
  expect(joined.members).toBeGreaterThan(1500);
});

test('every promise of ads and points holds', async () => {
  const { checks } = await checkIntegrity(NOW);
  expect(checks.filter((check) => check.ok !== true)).toEqual([]);
  expect(checks.find((check) => check.id === 'ads-are-audited')?.looked).toBe(seeded.ads);
});

test('nobody joined against a condition, outside of the period or after a pause', async () => {
  const wrong = await ask(`select p.id from participations p join ads a on a.id = p.ad_id
    where p.joined_at < a.starts_at or p.joined_at >= a.ends_at or p.joined_at > '${NOW.toISOString()}'`);
  const after = await ask(`select p.id from participations p join ads a on a.id = p.ad_id and a.state <> 'open'
    where p.joined_at > (select max(at) from audit_log where subject_kind = 'ad' and subject_id = a.id::text)`);
  const unmet = await ask(`select p.id from participations p join ads a on a.id = p.ad_id
    cross join jsonb_to_recordset(a.eligibility) as c (kind text, count int, "adId" bigint)
    cross join lateral (
      select count(*) as n, coalesce(bool_or(b.ad_id = c."adId"), false) as named
      from participations b where b.member_id = p.member_id and b.joined_at < p.joined_at
    ) as before
    where case kind when 'first-time' then n > 0 when 'joined' then not named else n < c.count end`);
  expect([wrong, after, unmet]).toEqual([[], [], []]);
});

test('ids follow time, so that lists by id read as they happened', async () => {
  for (const [table, at] of Object.entries({ participations: 'joined_at', point_transfers: 'at', audit_log: 'at' })) {
    const late = await ask(
      `select id from (select id, ${at} as at, max(${at}) over (order by id) as latest from ${table}) as t where at < latest`,
    );
    expect(late, table).toEqual([]);
  }
});

test.each(['bora', 'sejin', 'admin'])('%s has a history and points, and can join more', async (name) => {
  const memberId = memberIdOf(name);
  const history = await ask('select ad_id as id, reward_points as points from participations where member_id = $1', [
    memberId,
  ]);
  const [purse] = await ask('select balance from point_balances where member_id = $1', [memberId]);
  expect(history.length).toBeGreaterThanOrEqual(2);
  expect(purse.balance).toBe(history.reduce((sum, row) => sum + row.points, 0));
  const joined = { count: history.length, adIds: new Set(history.map((row) => row.id)) };
  const ads = await ask('select *, state as decided, starts_at as "startsAt", ends_at as "endsAt" from ads');
  const open = ads.filter((ad) => !joined.adIds.has(ad.id) && judgeJoin(ad, joined, NOW).ok);
  expect(open.length).toBeGreaterThanOrEqual(4);
});

test('refusals of every reason are counted, and pictures are kept', async () => {
  const reasons = await ask('select distinct reason from ad_refusals order by 1');
  expect(reasons.map((row) => row.reason)).toEqual(['already-joined', 'not-eligible', 'not-live', 'sold-out']);
  const keys = await ask('select image_key as key from ads where image_key is not null order by 1');
  expect(keys.length).toBeGreaterThan(15);
  for (const { key } of keys) expect((await assetStorage().get(key))?.byteLength, key).toBeGreaterThan(1000);
});
