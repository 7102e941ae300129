import { beforeAll, beforeEach, expect, test } from 'vitest';
import { POST as pause } from '@/app/api/v1/ads/[id]/pause/route';
import { type AdPlan, makeAd, makeParticipation } from '@/db/builders/ads';
import { makeUser, signedIn } from '@/db/builders/people';
import { forgetCandidates } from '@/lib/ads/find-candidates';
import type { JoinableAd } from '@/lib/ads/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET, OPTIONS } from './route';

type Headers = Record<string, string>;
let key: Headers;
let bora: Headers;
let boraMember = '';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR);

beforeAll(async () => {
  key = { authorization: (await bearer(['ads:joinable', 'ads:write'])).authorization };
  const user = await makeUser(db(), { email: 'bora@example.com' });
  boraMember = user.memberId;
  bora = await signedIn(db(), user.id);
});

beforeEach(async () => {
  await db().$client.query(`update ads set state = 'ended'`);
  forgetCandidates();
});

const ask = (query = '', headers = key) => call(GET, { path: `/api/v1/ads/joinable${query}`, headers });
const itemsFor = async (memberId?: string) =>
  ((await ask(memberId === undefined ? '' : `?memberId=${memberId}`)).json as { items: JoinableAd[] }).items;
const idsFor = async (memberId?: string) => (await itemsFor(memberId)).map(({ id }) => id);
const made = async (plan: AdPlan = {}) => (await makeAd(db(), plan)).id;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('lists at most ten, best reward first, then the lower id, with five fields', async () => {
  const ids: number[] = [];
  for (const rewardPoints of [5, 9, 5, 0, 1_000_000, 5, 5, 5, 5, 5, 5, 5]) ids.push(await made({ rewardPoints }));
  const [a, best, b, , top, ...rest] = ids;
  const listed = await ask();
  expect((listed.json as { items: JoinableAd[] }).items.map(({ id }) => id)).toEqual([
    top,
    best,
    a,
    b,
    ...rest.slice(0, 6),
  ]);
  expect(listed.json).toMatchObject({ nextCursor: null });
  expect((await itemsFor('x'))[0]).toEqual({
    id: top,
    name: expect.any(String),
    text: 'What members read.',
    imageUrl: null,
    rewardPoints: 1_000_000,
  });
});

test('lists what is live and has places left, and nothing else', async () => {
  const live = await made({ imageUrl: 'https://example.com/a.png' });
  const lastPlace = await made({ places: 2 });
  await makeParticipation(db(), lastPlace, { memberId: 'first' });
  await made({ state: 'paused' });
  await made({ state: 'ended' });
  await made({ startsAt: at(1), endsAt: at(2) });
  await made({ startsAt: at(-2), endsAt: at(-1) });
  await makeParticipation(db(), await made({ places: 1 }), { memberId: 'first' });
  expect(await idsFor('somebody')).toEqual([live, lastPlace]);
  expect((await itemsFor('somebody'))[0]?.imageUrl).toBe('https://example.com/a.png');
});

test('leaves out what the member has joined, and what they are not eligible for', async () => {
  const joined = await made();
  const other = await made();
  const forNew = await made({ eligibility: [{ kind: 'first-time' }] });
  const forLoyal = await made({ eligibility: [{ kind: 'participations-at-least', count: 2 }] });
  const afterJoined = await made({ eligibility: [{ kind: 'joined', adId: joined }] });
  const afterOther = await made({
    eligibility: [
      { kind: 'participations-at-least', count: 1 },
      { kind: 'joined', adId: other },
    ],
  });
  await makeParticipation(db(), joined, { memberId: 'once' });
  for (const adId of [joined, other]) await makeParticipation(db(), adId, { memberId: 'twice' });
  expect(await idsFor('never')).toEqual([joined, other, forNew]);
  expect(await idsFor('once')).toEqual([other, afterJoined]);
  expect(await idsFor('twice')).toEqual([forLoyal, afterJoined, afterOther]);
  expect(await idsFor()).toEqual([joined, other, forNew, forLoyal, afterJoined, afterOther]);
});

test('finds the next best when hundreds of the best are joined already', async () => {
  await db().$client.query(
    `with best as (
       insert into ads (name, text, reward_points, places, starts_at, ends_at)
       select 'best ' || n, 'text', 1000 - n % 3, 10, now() - interval '1 hour', now() + interval '1 hour'
       from generate_series(1, 350) n returning id, name, reward_points
     ), joined as (
       insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
       select id, 'heavy', now(), reward_points, name from best
     ) select count(*) from best`,
  );
  await db().$client.query(`update ads set used = 1 where name like 'best %'`);
  expect(await idsFor('heavy')).toEqual([]);
  forgetCandidates();
  const last = [await made({ rewardPoints: 2 }), await made({ rewardPoints: 3 })];
  expect(await idsFor('heavy')).toEqual([last[1], last[0]]);
  expect(await idsFor('light')).toHaveLength(10);
});

test.each([
  ['sold out', 'update ads set used = places where id = $1'],
  ['paused', `update ads set state = 'paused' where id = $1`],
  ['ended', `update ads set state = 'ended' where id = $1`],
])('what was %s on another server is gone within a second', async (_, sql) => {
  const id = await made();
  expect(await idsFor('x')).toEqual([id]);
  await db().$client.query(sql, [id]);
  await expect.poll(() => idsFor('x')).toEqual([]);
});

test('what was paused on this server is gone at once, and what is joined, too', async () => {
  const [one, two] = [await made(), await made()];
  expect(await idsFor('x')).toEqual([one, two]);
  await call(pause, { method: 'POST', headers: key, params: { id: String(one) } });
  expect(await idsFor('x')).toEqual([two]);
  await makeParticipation(db(), two, { memberId: 'x' });
  expect(await idsFor('x')).toEqual([]);
});

test("a member's session sees its own list, and nobody else's", async () => {
  const [one, two] = [await made(), await made()];
  await makeParticipation(db(), one, { memberId: boraMember });
  expect((await ask('', bora)).json).toMatchObject({ items: [{ id: two }] });
  expect((await ask(`?memberId=${boraMember}`, bora)).json).toMatchObject({ items: [{ id: two }] });
  expect(code(await ask('?memberId=other', bora))).toEqual([403, 'accounts/other-member']);
});

test('a publishable key asks from a page of its site', async () => {
  const { key: publishable } = await bearer(['ads:joinable'], 'publishable', ['https://shop.example']);
  await made();
  const answer = await ask(`?memberId=x&key=${publishable}`, { origin: 'https://shop.example' });
  expect(answer).toMatchObject({ status: 200, json: { items: [{}] } });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example');
  expect((await OPTIONS(new Request('http://boxoffice.test/', { method: 'OPTIONS' }))).status).toBe(204);
  expect(code(await ask(`?key=${publishable}`, { origin: 'https://evil.example' }))).toEqual([
    403,
    'accounts/origin-not-allowed',
  ]);
});

test.each(['', 'x'.repeat(65), '%00'])('refuses the member id "%s" and names the field', async (memberId) => {
  expect(await ask(`?memberId=${memberId}`)).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: '?memberId' }] },
  });
});

test('wants the scope', async () => {
  const { authorization } = await bearer(['ads:read']);
  expect(code(await ask('', { authorization }))).toEqual([403, 'accounts/missing-scope']);
  expect(code(await ask('', {}))).toEqual([401, 'accounts/unauthenticated']);
});
