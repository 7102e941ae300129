import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';
import { makeAd, makeParticipation, makeParticipations } from './ads';

const figuresOf = async (adId: number) => {
  const { rows } = await db().$client.query(
    `select used, (select count(*)::int from participations where ad_id = $1) as joined,
      (select count(*)::int from point_accruals a join participations p on p.member_id = a.member_id
        and a.reference = 'participation:' || p.id where p.ad_id = $1) as promised,
      (select count(*)::int from point_transfers t join participations p on p.member_id = t.member_id
        and t.reference = 'participation:' || p.id where p.ad_id = $1) as paid,
      (select count(*)::int from graphile_worker._private_jobs j join participations p
        on p.ad_id = $1 and j.payload ->> 'reference' = 'participation:' || p.id) as queued
    from ads where id = $1`,
    [adId],
  );
  return rows[0];
};

test('a participation that waits for its reward is promised it and has its job', async () => {
  const ad = await makeAd(db());
  expect(await makeParticipation(db(), ad.id, { memberId: 'waits' })).toBeGreaterThan(0);
  expect(await figuresOf(ad.id)).toEqual({ used: 1, joined: 1, promised: 1, paid: 0, queued: 1 });
});

test('paid participations have their transfers, and the balances show them', async () => {
  const ad = await makeAd(db(), { rewardPoints: 70 });
  const paidAt = new Date();
  await makeParticipations(db(), ad.id, [
    { memberId: 'p1', paidAt },
    { memberId: 'p2', paidAt },
  ]);
  expect(await figuresOf(ad.id)).toEqual({ used: 2, joined: 2, promised: 2, paid: 2, queued: 0 });
  const { rows } = await db().$client.query(`select balance from point_balances where member_id in ('p1', 'p2')`);
  expect(rows).toEqual([{ balance: 70 }, { balance: 70 }]);
});

test('an ad never gets more participations than it has places', async () => {
  const ad = await makeAd(db(), { places: 1 });
  const two = ['a', 'b'].map((memberId) => ({ memberId }));
  await expect(makeParticipations(db(), ad.id, two)).rejects.toMatchObject({ cause: { constraint: 'ads_used' } });
  expect(await figuresOf(ad.id)).toMatchObject({ used: 0, joined: 0 });
});
