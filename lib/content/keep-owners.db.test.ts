import { beforeAll, expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { createContent } from './create-content';
import { importContents } from './import-contents';
import { updateContent } from './update-content';

const by = { actor: SYSTEM, requestId: 'r', now: new Date('2026-11-20T15:00:00Z') };
const NEXT_DAY = new Date('2026-11-21T15:00:00Z');
let [ann, bob] = [0, 0];

beforeAll(async () => {
  ann = (await makeUser(db(), { email: 'ann@example.com', roles: ['creator'] })).id;
  bob = (await makeUser(db(), { email: 'bob@example.com', roles: ['creator'] })).id;
});

const video = (creatorId: number | null) =>
  createContent({
    wanted: { title: 'v', kind: 'video', durationSeconds: 60, creatorId, openingViews: 0, openingAdViews: 0 },
    ...by,
  }).then(({ id }) => id);
const ownersOf = async (id: number) =>
  (
    await db().$client.query<{ day: string; creator: number | null }>(
      'select from_on as day, creator_id as creator from content_owners where content_id = $1 order by from_on',
      [id],
    )
  ).rows.map(({ day, creator }) => [day, creator]);

test('whoever a content is created for has owned it from the beginning', async () => {
  expect(await ownersOf(await video(ann))).toEqual([['2000-01-01', ann]]);
  expect(await ownersOf(await video(null))).toEqual([]);
});

test('a new owner owns from the business day of the change on; the last change of a day stands', async () => {
  const id = await video(ann);
  await updateContent({ id, wanted: { creatorId: bob }, ...by });
  expect(await ownersOf(id)).toEqual([
    ['2000-01-01', ann],
    ['2026-11-21', bob],
  ]);
  await updateContent({ id, wanted: { creatorId: null }, ...by });
  await updateContent({ id, wanted: { creatorId: ann, title: 'w' }, ...by, now: NEXT_DAY });
  expect(await ownersOf(id)).toEqual([
    ['2000-01-01', ann],
    ['2026-11-21', null],
    ['2026-11-22', ann],
  ]);
});

test('a change of something else writes no owner', async () => {
  const id = await video(ann);
  await updateContent({ id, wanted: { title: 'another' }, ...by });
  expect(await ownersOf(id)).toHaveLength(1);
});

test('an import keeps owners of new and of changed contents', async () => {
  const line = (creatorId: number) =>
    JSON.stringify({ title: 'i', kind: 'video', durationSeconds: 60, externalId: 'imported', creatorId });
  const first = await importContents({ text: line(ann), ...by });
  await importContents({ text: line(bob), ...by });
  expect(await ownersOf(first.items[0]?.id ?? 0)).toEqual([
    ['2000-01-01', ann],
    ['2026-11-21', bob],
  ]);
});
