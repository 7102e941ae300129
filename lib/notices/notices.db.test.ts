import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeAd, makeParticipation } from '@/db/builders/ads';
import { runJobs } from '@/lib/http/run-jobs';
import { db, transaction } from '@/lib/platform/database';
import { listNotices } from './queries/list-notices';
import { readNotices } from './read-notices';
import { tellMember } from './tell-member';
import { tellPaid } from './tell-paid';
import { newestKnown, untilLooked } from './testing/until-looked';
import { watchNotices } from './watch-notices';

const now = new Date();
const tell = (memberId: string, reference: string = randomUUID()) =>
  transaction((tx) => tellMember(tx, { memberId, reference, kind: 'ticket-bought', data: { productName: 'x' }, now }));
const listed = (memberId: string, limit = 20, cursor?: string) =>
  listNotices(memberId, { limit, ...(cursor !== undefined && { cursor }) });

test('a member is told of a thing once, however often it is told', async () => {
  await Promise.all([tell('ann', 'order:1'), tell('ann', 'order:1'), tell('ann', 'order:2'), tell('bob', 'order:1')]);
  expect(await listed('ann')).toMatchObject({ unread: 2, items: [{ kind: 'ticket-bought', read: false }, {}] });
  expect((await listed('bob')).items).toHaveLength(1);
});

test('what was seen is read, and what came later is not', async () => {
  await tell('cat');
  const upTo = (await listed('cat')).items[0]?.id ?? 0;
  await tell('cat');
  expect(await readNotices({ memberId: 'cat', upTo, now })).toEqual({ read: 1 });
  expect(await listed('cat')).toMatchObject({ unread: 1, items: [{ read: false }, { read: true }] });
  expect(await readNotices({ memberId: 'cat', upTo, now })).toEqual({ read: 0 });
});

test('page by page, newest first', async () => {
  for (let i = 0; i < 5; i++) await tell('dan');
  const first = await listed('dan', 3);
  const second = await listed('dan', 3, first.nextCursor ?? '');
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  expect(ids).toHaveLength(5);
  expect(second.nextCursor).toBeNull();
});

test('a reward that is paid is told, with its points, once', async () => {
  const ad = await makeAd(db(), { rewardPoints: 70 });
  const id = await makeParticipation(db(), ad.id, { memberId: 'eve' });
  await runJobs();
  await tellPaid({ memberId: 'eve', reference: `participation:${id}`, now });
  expect((await listed('eve')).items).toMatchObject([
    { kind: 'points-paid', data: { points: 70, paidFor: 'ad-reward' } },
  ]);
});

test('leaving twice takes nobody else away who watches the same member', async () => {
  let heard = 0;
  const stop = watchNotices('hal', () => {});
  stop();
  const stopOther = watchNotices('hal', () => {
    heard += 1;
  });
  stop();
  await untilLooked('hal');
  await tell('hal');
  await expect.poll(() => heard).toBe(1);
  stopOther();
});

test('a database that answers late is asked one question at a time, and who left meanwhile is forgotten', async () => {
  const holder = await db().$client.connect();
  const questions = async () =>
    (
      await holder.query(
        `select from pg_stat_activity where query like '%as m' and wait_event_type = 'Lock' and datname = current_database()`,
      )
    ).rowCount;
  await holder.query('begin; lock table notices in access exclusive mode');
  const stop = watchNotices('ivy', () => {});
  const stopOther = watchNotices('jon', () => {});
  await expect.poll(questions).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await questions()).toBe(1);
  stop();
  await holder.query('rollback');
  holder.release();
  await untilLooked('jon');
  expect(newestKnown().has('ivy')).toBe(false);
  stopOther();
});

test('who watches hears of a new notice within moments, and no more after leaving', async () => {
  let heard = 0;
  const stop = watchNotices('fay', () => {
    heard += 1;
  });
  await untilLooked('fay');
  expect(heard).toBe(0);
  await tell('gus');
  await tell('fay');
  await expect.poll(() => heard).toBe(1);
  stop();
  await tell('fay');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(heard).toBe(1);
});
