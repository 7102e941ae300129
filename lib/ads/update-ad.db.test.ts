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

test('places are lowered among members who join, and never below what is used', async () => {
  const { id } = await makeAd(db(), { places: 60 });
  const joins = Array.from({ length: 80 }, () => outcomeOf(join(id)));
  const lowered = [50, 40, 30, 20, 10].map((places) => outcomeOf(updateAd({ id, wanted: { places }, ...by() })));
  const joined = (await Promise.all(joins)).filter((outcome) => outcome === 'done').length;
  const outcomes = await Promise.all(lowered);
  expect(outcomes.every((outcome) => ['done', 'ads/places-below-used'].includes(outcome))).toBe(true);
  expect(outcomes, 'lowering raced with joining').toContain('done');
  const { rows } = await db().$client.query(
    'select places >= used as holds, used, (select count(*)::int from participations where ad_id = $1) as rows from ads where id = $1',
    [id],
  );
  expect(rows).toEqual([{ holds: true, used: joined, rows: joined }]);
});

test('once ending was answered nobody joins any more', async () => {
  const { id } = await makeAd(db(), { places: 1000 });
  const joins = Array.from({ length: 100 }, (_, n) =>
    new Promise((resolve) => setTimeout(resolve, n)).then(() => outcomeOf(join(id))),
  );
  await new Promise((resolve) => setTimeout(resolve, 40));
  await endAd({ id, ...by() });
  const { rows: atEnd } = await db().$client.query<{ used: number }>('select used from ads where id = $1', [id]);
  const outcomes = await Promise.all(joins);
  const { rows: later } = await db().$client.query('select used from ads where id = $1', [id]);
  expect(later).toEqual(atEnd);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(atEnd[0]?.used ?? -1);
  expect(outcomes, 'somebody came too late').toContain('ads/not-live');
  expect(outcomes, 'somebody came in time').toContain('done');
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
