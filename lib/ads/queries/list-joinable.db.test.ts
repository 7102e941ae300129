import { expect, test } from 'vitest';
import { makeAd } from '@/db/builders/ads';
import { db } from '@/lib/platform/database';
import { forgetCandidates } from '../find-candidates';
import { listJoinable } from './list-joinable';

test('an ad is there from its first moment until its last, though the list is kept for a while', async () => {
  const startsAt = new Date(Date.now() + 800);
  const endsAt = new Date(startsAt.getTime() + 60_000);
  const { id } = await makeAd(db(), { startsAt, endsAt });
  forgetCandidates();
  const idsAt = async (moment: Date, milliseconds: number) =>
    (await listJoinable({ memberId: null, now: new Date(moment.getTime() + milliseconds) })).map((ad) => ad.id);
  expect(await idsAt(startsAt, -1)).toEqual([]);
  expect(await idsAt(startsAt, 0)).toEqual([id]);
  expect(await idsAt(endsAt, -1)).toEqual([id]);
  expect(await idsAt(endsAt, 0)).toEqual([]);
});
