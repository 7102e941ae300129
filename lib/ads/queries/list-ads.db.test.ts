import { expect, test } from 'vitest';
import { makeAd } from '@/db/builders/ads';
import { db } from '@/lib/platform/database';
import { AD_STATES, type AdQuery } from '../schema';
import { listAds } from './list-ads';

const now = new Date('2026-11-21T03:00:00.500Z');
const from = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const idsOf = async (query: Partial<AdQuery>) =>
  (await listAds({ query: { limit: 200, ...query }, seenBy: null, now })).items;

test('the filter by state and the state that is shown agree to the millisecond', async () => {
  const periods = [
    [-2, -1],
    [-1, 0],
    [-1, 1],
    [0, 1],
    [1, 2],
  ] as const;
  for (const state of ['open', 'paused', 'ended'])
    for (const [begin, end] of periods)
      for (const used of [0, 1, 2]) {
        const ad = await makeAd(db(), { state, places: 2, startsAt: from(begin), endsAt: from(end) });
        await db().$client.query('update ads set used = $2 where id = $1', [ad.id, used]);
      }
  const all = await idsOf({});
  expect(all).toHaveLength(45);
  const seen = new Map(AD_STATES.map((state) => [state, 0]));
  for (const state of AD_STATES) {
    const filtered = await idsOf({ state });
    expect(filtered).toEqual(all.filter((ad) => ad.state === state));
    seen.set(state, filtered.length);
  }
  expect(Object.fromEntries(seen)).toEqual({ scheduled: 3, live: 4, paused: 9, 'sold-out': 2, ended: 27 });
});
