import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';
import type { Condition } from './conditions';
import { participate } from './participate';

const now = new Date();
const HOUR = 3_600_000;

type Plan = {
  places?: number;
  rewardPoints?: number;
  eligibility?: Condition[];
  state?: string;
  from?: number;
  to?: number;
};

async function ad({ places = 10, rewardPoints = 100, eligibility = [], state = 'open', from = -1, to = 1 }: Plan = {}) {
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into ads (name, text, reward_points, places, starts_at, ends_at, eligibility, state)
     values ($1, 'text', $2, $3, $4, $5, $6, $7) returning id`,
    [
      `ad ${randomUUID()}`,
      rewardPoints,
      places,
      new Date(now.getTime() + from * HOUR),
      new Date(now.getTime() + to * HOUR),
      JSON.stringify(eligibility),
      state,
    ],
  );
  return rows[0]?.id ?? 0;
}

const join = (
  adId: number,
  memberId: string = randomUUID(),
  answer: Parameters<typeof participate>[0]['answer'] = null,
) => participate({ adId, memberId, now, answer });
const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'joined',
    (error) => error.code ?? String(error),
  );
async function figuresOf(adId: number) {
  const { rows } = await db().$client.query(
    `select used, (select count(*)::int from participations where ad_id = $1) as joined,
      (select count(*)::int from point_accruals a join participations p on p.member_id = a.member_id
        and a.reference = 'participation:' || p.id where p.ad_id = $1) as promised,
      (select count(*)::int from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        join participations p on p.ad_id = $1 and j.payload ->> 'reference' = 'participation:' || p.id
        where t.identifier = 'accrue-points') as queued
     from ads where id = $1`,
    [adId],
  );
  return rows[0];
}

test('joining takes a place, stores the history as it was, promises the reward and queues its job', async () => {
  const adId = await ad();
  const taken = await join(adId, 'ann');
  expect(taken).toEqual({
    id: expect.any(Number),
    adId,
    memberId: 'ann',
    rewardPoints: 100,
    joinedAt: now.toISOString(),
  });
  expect(await figuresOf(adId)).toEqual({ used: 1, joined: 1, promised: 1, queued: 1 });
  const { rows } = await db().$client.query(
    `select reference, kind, amount, accrued_at from point_accruals where member_id = 'ann'`,
  );
  expect(rows).toEqual([{ reference: `participation:${taken.id}`, kind: 'ad-reward', amount: 100, accrued_at: null }]);
});

test('an ad without a reward promises nothing', async () => {
  const adId = await ad({ rewardPoints: 0 });
  await join(adId);
  expect(await figuresOf(adId)).toEqual({ used: 1, joined: 1, promised: 0, queued: 0 });
});

test('refuses an unknown ad', async () => {
  expect(await outcomeOf(join(987_654))).toBe('ads/not-found');
  expect(await outcomeOf(join(0))).toBe('ads/not-found');
});

test.each([
  ['before its first moment', { from: 1, to: 2 }],
  ['from its last moment on', { from: -2, to: 0 }],
  ['while it is paused', { state: 'paused' }],
  ['after its advertiser ended it', { state: 'ended' }],
] satisfies [string, Plan][])('refuses an ad that is not live: %s', async (_, plan) => {
  const adId = await ad(plan);
  expect(await outcomeOf(join(adId))).toBe('ads/not-live');
  expect(await figuresOf(adId)).toMatchObject({ used: 0, joined: 0 });
});

test('takes its first moment', async () => {
  expect(await outcomeOf(join(await ad({ from: 0 })))).toBe('joined');
});

test('refuses a second participation of one member, also when the ad has sold out or ended since', async () => {
  const adId = await ad({ places: 1 });
  expect(await outcomeOf(join(adId, 'bob'))).toBe('joined');
  expect(await outcomeOf(join(adId, 'bob'))).toBe('ads/already-joined');
  expect(await outcomeOf(join(adId, 'eve'))).toBe('ads/sold-out');
  await db().$client.query(`update ads set state = 'ended' where id = $1`, [adId]);
  await new Promise((resolve) => setTimeout(resolve, 550));
  expect(await outcomeOf(join(adId, 'bob'))).toBe('ads/already-joined');
  expect(await figuresOf(adId)).toMatchObject({ used: 1, joined: 1 });
});

test('of a hundred members at once for seven places seven get one, and each other is told sold out', async () => {
  const adId = await ad({ places: 7 });
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => outcomeOf(join(adId))));
  expect(outcomes.filter((one) => one === 'joined')).toHaveLength(7);
  expect(outcomes.filter((one) => one === 'ads/sold-out')).toHaveLength(93);
  expect(await figuresOf(adId)).toEqual({ used: 7, joined: 7, promised: 7, queued: 7 });
});

test('one member fifty times at once gets one place, and leaves the others to others', async () => {
  const adId = await ad({ places: 3 });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcomeOf(join(adId, 'cat'))));
  expect(outcomes.filter((one) => one === 'joined')).toHaveLength(1);
  expect(outcomes.filter((one) => one === 'ads/already-joined')).toHaveLength(49);
  expect(await outcomeOf(join(adId))).toBe('joined');
  expect(await outcomeOf(join(adId))).toBe('joined');
  expect(await figuresOf(adId)).toMatchObject({ used: 3, joined: 3 });
});

test('a place more is given out as soon as the advertiser raises the number', async () => {
  const adId = await ad({ places: 1 });
  await join(adId);
  expect(await outcomeOf(join(adId))).toBe('ads/sold-out');
  await db().$client.query('update ads set places = 2 where id = $1', [adId]);
  await new Promise((resolve) => setTimeout(resolve, 550));
  expect(await outcomeOf(join(adId))).toBe('joined');
});

test('an ad paused in this moment is not joined, though this process has not heard of it', async () => {
  const adId = await ad();
  await join(adId);
  await db().$client.query(`update ads set state = 'paused' where id = $1`, [adId]);
  expect(await outcomeOf(join(adId))).toBe('ads/not-live');
  expect(await figuresOf(adId)).toMatchObject({ used: 1, joined: 1 });
});

test('eligibility: a first-time participant has joined nothing before', async () => {
  const first = await ad({ eligibility: [{ kind: 'first-time' }] });
  await join(await ad(), 'dan');
  expect(await outcomeOf(join(first, 'dan'))).toBe('ads/not-eligible');
  expect(await outcomeOf(join(first, 'new'))).toBe('joined');
  expect(await outcomeOf(join(first, 'new'))).toBe('ads/already-joined');
});

test('nobody is a first-time participant twice, of many ads at once', async () => {
  const ads = await Promise.all(Array.from({ length: 8 }, () => ad({ eligibility: [{ kind: 'first-time' }] })));
  const outcomes = await Promise.all(ads.map((adId) => outcomeOf(join(adId, 'fay'))));
  expect(outcomes.filter((one) => one === 'joined')).toHaveLength(1);
  expect(outcomes.filter((one) => one === 'ads/not-eligible')).toHaveLength(7);
});

test('eligibility: at least two participations, and one of a certain ad', async () => {
  const other = await ad();
  const twice = await ad({ eligibility: [{ kind: 'participations-at-least', count: 2 }] });
  const both = await ad({
    eligibility: [
      { kind: 'participations-at-least', count: 1 },
      { kind: 'joined', adId: other },
    ],
  });
  await join(await ad(), 'gus');
  expect(await outcomeOf(join(twice, 'gus'))).toBe('ads/not-eligible');
  expect(await outcomeOf(join(both, 'gus'))).toBe('ads/not-eligible');
  await join(other, 'gus');
  expect(await outcomeOf(join(both, 'gus'))).toBe('joined');
  expect(await outcomeOf(join(twice, 'gus'))).toBe('joined');
});

test('refusals are counted for the report, by ad, hour and reason', async () => {
  const adId = await ad({ places: 1 });
  await join(adId);
  await Promise.all(Array.from({ length: 30 }, () => outcomeOf(join(adId))));
  await expect
    .poll(async () => {
      const { rows } = await db().$client.query(
        'select reason, sum(n)::int as n from ad_refusals where ad_id = $1 group by 1',
        [adId],
      );
      return rows;
    })
    .toEqual([{ reason: 'sold-out', n: 30 }]);
});
