import { expect, test } from 'vitest';
import { makeAd } from '@/db/builders/ads';
import { db } from '@/lib/platform/database';
import { findCandidates, forgetCandidates } from './find-candidates';

test('who asks while the list is forgotten still gets an answer', async () => {
  const { id } = await makeAd(db());
  const asked = findCandidates();
  forgetCandidates();
  expect((await asked).ads.map((ad) => ad.id)).toEqual([id]);
});

test('those who ask at once share a query, and those who ask soon after are answered from memory', async () => {
  forgetCandidates();
  const [first, second] = await Promise.all([findCandidates(), findCandidates()]);
  expect(second).toBe(first);
  expect(await findCandidates()).toBe(first);
  forgetCandidates();
  expect(await findCandidates()).not.toBe(first);
});

test('goes on where the ones before ended, to the last', async () => {
  await db().$client.query(
    `insert into ads (name, text, reward_points, places, starts_at, ends_at)
     select 'many ' || n, 'text', n % 3, 10, now() - interval '1 hour', now() + interval '1 hour' from generate_series(1, 250) n`,
  );
  forgetCandidates();
  const seen: { id: number; rewardPoints: number }[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const found = await findCandidates(after);
    seen.push(...found.ads);
    after = found.next;
  }
  const { rows } = await db().$client.query<{ id: number }>('select id from ads order by reward_points desc, id');
  expect(seen.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});
