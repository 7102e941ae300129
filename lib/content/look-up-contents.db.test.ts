import { beforeEach, expect, test, vi } from 'vitest';
import { db } from '@/lib/platform/database';
import { lookUpContents } from './look-up-contents';

let made = 0;
let next: { id: number; externalId: string };

/** A video of a creator, with ids that no earlier test looked up. */
beforeEach(async () => {
  const externalId = `x-${++made}`;
  const { rows } = await db().$client.query<{ id: number }>(
    `with owner as (insert into users (email, member_id) values ($1 || '@example.com', 'member ' || $1) returning id)
     insert into contents (title, kind, duration_seconds, external_id, creator_id) select 't', 'video', 60, $1, id from owner returning id`,
    [externalId],
  );
  next = { id: rows[0]?.id ?? 0, externalId };
});

const facts = () => ({ id: next.id, kind: 'video', durationSeconds: 60, ownerMemberId: `member ${next.externalId}` });

test('finds by both ids in one query, and then in none', async () => {
  const asked = vi.spyOn(db().$client, 'query');
  const first = await lookUpContents(db(), { ids: [next.id, next.id], externalIds: [next.externalId] });
  expect(asked).toHaveBeenCalledTimes(1);
  expect(first.byId.get(next.id)).toEqual(facts());
  expect(first.byExternalId.get(next.externalId)).toEqual(facts());
  expect(await lookUpContents(db(), { ids: [next.id], externalIds: [next.externalId] })).toEqual(first);
  await lookUpContents(db(), { ids: [], externalIds: [] });
  expect(asked).toHaveBeenCalledTimes(1);
});

test('what was found by its number is known by its external id, but only answered when asked for', async () => {
  const found = await lookUpContents(db(), { ids: [next.id], externalIds: [] });
  expect(found.byExternalId.size).toBe(0);
  const asked = vi.spyOn(db().$client, 'query');
  expect((await lookUpContents(db(), { ids: [], externalIds: [next.externalId] })).byExternalId.size).toBe(1);
  expect(asked).not.toHaveBeenCalled();
});

test('a content that is registered after it was asked for is found at once', async () => {
  const externalId = `late-${made}`;
  expect((await lookUpContents(db(), { ids: [], externalIds: [externalId] })).byExternalId.size).toBe(0);
  await db().$client.query(`insert into contents (title, kind, external_id) values ('t', 'article', $1)`, [externalId]);
  const { byExternalId } = await lookUpContents(db(), { ids: [], externalIds: [externalId] });
  expect(byExternalId.get(externalId)).toMatchObject({ kind: 'article', durationSeconds: null, ownerMemberId: null });
});

test('archived contents still count', async () => {
  await db().$client.query(`update contents set archived_at = now() where id = $1`, [next.id]);
  expect((await lookUpContents(db(), { ids: [next.id], externalIds: [] })).byId.get(next.id)).toEqual(facts());
});

test('facts are read again once they are ten seconds old', async () => {
  const began = performance.now();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(began);
  const ownerAfter = async (milliseconds: number) => {
    clock.mockReturnValue(began + milliseconds);
    await new Promise((resolve) => setTimeout(resolve, 5)); // the cache keeps its own reading of the clock for 1 ms
    return (await lookUpContents(db(), { ids: [next.id], externalIds: [] })).byId.get(next.id)?.ownerMemberId;
  };
  expect(await ownerAfter(0)).toBe(facts().ownerMemberId);
  await db().$client.query(`update contents set creator_id = null where id = $1`, [next.id]);
  expect(await ownerAfter(9_900)).toBe(facts().ownerMemberId);
  expect(await ownerAfter(10_100)).toBeNull();
});
