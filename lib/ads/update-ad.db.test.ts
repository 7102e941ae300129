import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeAd } from '@/db/builders/ads';
import { SYSTEM } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { createAd } from './create-ad';
import { endAd } from './end-ad';
import { participate } from './participate';
import { updateAd } from './update-ad';

const by = () => ({ actor: SYSTEM, requestId: 'a test', now: new Date() });
const join = (adId: number) => participate({ adId, memberId: randomUUID(), now: new Date(), answer: null });
const outcomeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );

test('places are lowered among members who join: to what was asked, or refused since more have joined', async () => {
  for (let wave = 0; wave < 20; wave++) {
    const { id } = await makeAd(db(), { places: 100 });
    const joins = Array.from({ length: 10 }, () => outcomeOf(join(id)));
    await new Promise((resolve) => setTimeout(resolve, wave % 5));
    const [lowered, ...joined] = await Promise.all([
      outcomeOf(updateAd({ id, wanted: { places: 3 }, ...by() })),
      ...joins,
    ]);
    const used = joined.filter((outcome) => outcome === 'done').length;
    // Ten wanted a place while three were to be left: one of the two was told no.
    if (used > 3) expect([used, lowered]).toEqual([10, 'ads/places-below-used']);
    else expect([used, lowered, ...new Set(joined)].sort()).toEqual([3, 'ads/sold-out', 'done', 'done']);
    const { rows } = await db().$client.query(
      'select used, (select count(*)::int from participations where ad_id = $1) as rows from ads where id = $1',
      [id],
    );
    expect(rows).toEqual([{ used, rows: used }]);
  }
});

test('once ending was answered nobody joins any more', async () => {
  for (let wave = 0; wave < 10; wave++) {
    const { id } = await makeAd(db(), { places: 1000 });
    const usedOf = async () => (await db().$client.query('select used from ads where id = $1', [id])).rows[0].used;
    expect(await outcomeOf(join(id))).toBe('done');
    const racing = Array.from({ length: 20 }, () => outcomeOf(join(id)));
    await endAd({ id, ...by() });
    const atEnd = await usedOf();
    const late = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(join(id))));
    const joined = (await Promise.all(racing)).filter((outcome) => outcome === 'done').length;
    expect(new Set(late)).toEqual(new Set(['ads/not-live']));
    expect([atEnd, await usedOf()]).toEqual([1 + joined, 1 + joined]);
  }
});

test('a refused registration leaves nothing: no ad, no audit row', async () => {
  const name = randomUUID();
  const wanted = { name, text: 'x', rewardPoints: 1, places: 1, startsAt: '2031-01-01', endsAt: '2031-01-02' };
  const refused = { ...wanted, eligibility: [{ kind: 'joined' as const, adId: 9e9 }] };
  expect(await outcomeOf(createAd({ wanted: refused, ...by() }))).toBe('ads/unknown-condition');
  expect(await outcomeOf(createAd({ wanted: { ...wanted, eligibility: [], draftId: 9e9 }, ...by() }))).toBe(
    'ads/draft-not-found',
  );
  const { rows } = await db().$client.query(
    `select (select count(*)::int from ads where name = $1) as ads, (select count(*)::int from audit_log where after ->> 'name' = $1) as written`,
    [name],
  );
  expect(rows).toEqual([{ ads: 0, written: 0 }]);
});
