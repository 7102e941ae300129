import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type AdPlan, makeAd, makeParticipations } from '@/db/builders/ads';
import { makeUser, signedIn } from '@/db/builders/people';
import type { Ad } from '@/lib/ads/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { POST as end } from './end/route';
import { POST as pause } from './pause/route';
import { POST as resume } from './resume/route';
import { GET, PATCH } from './route';

type Headers = Record<string, string>;
let key: Headers;
let nara: Headers;
let stranger: Headers;
let naraId = 0;

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR);

beforeAll(async () => {
  const { authorization } = await bearer(['ads:read', 'ads:write']);
  key = { authorization };
  const user = await makeUser(db(), { email: 'nara@example.com', roles: ['advertiser'] });
  naraId = user.id;
  nara = await signedIn(db(), user.id);
  const other = await makeUser(db(), { email: 'stranger@example.com', roles: ['advertiser'] });
  stranger = await signedIn(db(), other.id);
});

const made = async (plan: AdPlan = {}) => (await makeAd(db(), { ownerId: naraId, ...plan })).id;
const params = (id: number | string) => ({ params: { id: String(id) } });
const get = (id: number | string, headers = key) => call(GET, { headers, ...params(id) });
const patch = (id: number | string, body: unknown, headers = key) =>
  call(PATCH, { method: 'PATCH', body, headers, ...params(id) });
const say = (door: typeof end, id: number | string, headers = key) =>
  call(door, { method: 'POST', headers, ...params(id) });
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];
const auditOf = async (id: number) =>
  (
    await db().$client.query('select action, before, after from audit_log where subject_id = $1 order by id', [
      String(id),
    ])
  ).rows;

test.each(['0', '-1', 'abc', '1.5', '99999999999999999999', '123456789'])('there is no ad %s', async (id) => {
  for (const answer of [
    await get(id),
    await patch(id, {}),
    await say(pause, id),
    await say(resume, id),
    await say(end, id),
  ])
    expect(code(answer)).toEqual([404, 'ads/not-found']);
});

test("an advertiser has their own; another's is not there at all", async () => {
  const id = await made();
  expect((await get(id, nara)).json).toMatchObject({ id, ownerId: naraId, state: 'live' });
  expect((await patch(id, { text: 'mine' }, nara)).json).toMatchObject({ text: 'mine' });
  for (const answer of [
    await get(id, stranger),
    await patch(id, { text: 'theirs' }, stranger),
    await say(pause, id, stranger),
    await say(resume, id, stranger),
    await say(end, id, stranger),
  ])
    expect(code(answer)).toEqual([404, 'ads/not-found']);
  expect((await get(id)).json).toMatchObject({ text: 'mine', state: 'live' });
});

test('the house has ads that no advertiser sees', async () => {
  const id = await made({ ownerId: null });
  expect(code(await get(id, nara))).toEqual([404, 'ads/not-found']);
  expect((await get(id)).json).toMatchObject({ ownerId: null });
});

test('a change is kept with what was before and after, and changing nothing leaves no trace', async () => {
  const other = await made();
  const id = await made({ text: 'old', eligibility: [{ kind: 'joined', adId: other }] });
  const eligibility = [{ kind: 'joined', adId: other }];
  const body = {
    text: 'new',
    places: 20,
    rewardPoints: 7,
    endsAt: '2031-01-01',
    imageUrl: 'https://example.com/x.png',
  };
  expect((await patch(id, { ...body, eligibility })).json).toMatchObject({
    ...body,
    endsAt: '2031-01-01T15:00:00.000Z',
    eligibility,
  });
  expect((await patch(id, { ...body, eligibility })).status).toBe(200);
  expect((await patch(id, {})).status).toBe(200);
  expect(await auditOf(id)).toMatchObject([
    { action: 'ad.changed', before: { text: 'old', places: 10 }, after: { text: 'new', places: 20, rewardPoints: 7 } },
  ]);
  expect((await patch(id, { imageUrl: null, eligibility: [] })).json).toMatchObject({
    imageUrl: null,
    eligibility: [],
  });
});

test('places can be raised, and lowered to what is used, never below', async () => {
  const id = await made({ places: 5 });
  const members = ['a', 'b', 'c'].map((name) => ({ memberId: `${name}${id}` }));
  await makeParticipations(db(), id, members);
  const refused = await patch(id, { places: 2 });
  expect(code(refused)).toEqual([422, 'ads/places-below-used']);
  expect(refused.json).toMatchObject({ errors: [{ pointer: '/places', message: expect.stringContaining('3') }] });
  expect((await patch(id, { places: 3 })).json).toMatchObject({ places: 3, used: 3, state: 'sold-out' });
  expect((await patch(id, { places: 4 })).json).toMatchObject({ places: 4, state: 'live' });
});

test('what members joined for stays as it was when the reward changes', async () => {
  const id = await made({ name: `old ${randomUUID()}` });
  await makeParticipations(db(), id, [{ memberId: `m${id}` }]);
  await patch(id, { rewardPoints: 5, name: `new ${randomUUID()}` });
  const { rows } = await db().$client.query(
    'select reward_points, left(ad_name, 3) as name from participations where ad_id = $1',
    [id],
  );
  expect(rows).toEqual([{ reward_points: 100, name: 'old' }]);
});

test('a name of another ad is 409; its own in other letters is not', async () => {
  const name = `Taken ${randomUUID()}`;
  await made({ name });
  const id = await made();
  const refused = await patch(id, { name: name.toLowerCase() });
  expect(code(refused)).toEqual([409, 'ads/name-taken']);
  expect(refused.json).toMatchObject({ errors: [{ pointer: '/name' }] });
  const own = `Own ${randomUUID()}`;
  await patch(id, { name: own });
  expect((await patch(id, { name: own.toUpperCase() })).json).toMatchObject({ name: own.toUpperCase() });
});

test.each([
  ['/name', { name: '' }],
  ['/text', { text: '' }],
  ['/places', { places: 0 }],
  ['/rewardPoints', { rewardPoints: null }],
  ['/startsAt', { startsAt: 'x' }],
  ['/endsAt', { startsAt: '2031-01-02', endsAt: '2031-01-01' }],
  ['/endsAt', { endsAt: '2001-01-01T00:00:00Z' }],
  ['/endsAt', { startsAt: '2031-01-02' }],
  ['/imageUrl', { imageUrl: 'x' }],
  ['/eligibility/0/adId', { eligibility: [{ kind: 'joined', adId: 9e9 }] }],
  ['', { state: 'ended' }],
  ['', { used: 0 }],
  ['', { ownerId: 1 }],
])('refuses a change with 422 at %s: %j', async (pointer, body) => {
  const answer = await patch(await made(), body);
  expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
});

test('a period that is over is told as such, and nobody has to have joined the ad itself', async () => {
  const id = await made({ startsAt: at(-5) });
  expect(code(await patch(id, { endsAt: at(-1).toISOString() }))).toEqual([422, 'ads/period-past']);
  expect(code(await patch(id, { eligibility: [{ kind: 'joined', adId: id }] }))).toEqual([
    422,
    'ads/unknown-condition',
  ]);
});

test('pausing, resuming and ending is each written down once, however often it is said', async () => {
  const id = await made();
  const states: string[] = [];
  for (const door of [resume, pause, pause, resume, resume, end, end]) {
    const answer = await say(door, id, nara);
    expect(answer.status).toBe(200);
    states.push((answer.json as Ad).state);
  }
  expect(states).toEqual(['live', 'paused', 'paused', 'live', 'live', 'ended', 'ended']);
  expect(await auditOf(id)).toMatchObject([
    { action: 'ad.paused', before: { state: 'open' }, after: { state: 'paused' } },
    { action: 'ad.resumed', before: { state: 'paused' }, after: { state: 'open' } },
    { action: 'ad.ended', before: { state: 'open' }, after: { state: 'ended' } },
  ]);
});

test.each([
  ['its advertiser ended it', { state: 'ended' }],
  ['its period is over', { startsAt: at(-2), endsAt: at(-1) }],
] satisfies [string, AdPlan][])('an ad stays as it is once %s', async (_, plan) => {
  const id = await made(plan);
  for (const answer of [await patch(id, { text: 'x' }), await patch(id, { endsAt: '2031-01-01' })])
    expect(code(answer)).toEqual([409, 'ads/ended']);
  expect(code(await say(pause, id))).toEqual([409, 'ads/ended']);
  expect(code(await say(resume, id))).toEqual([409, 'ads/ended']);
  expect((await say(end, id)).json).toMatchObject({ state: 'ended' });
  expect(await auditOf(id)).toEqual([]);
});

test('two who end it at once leave one line in the audit log', async () => {
  const id = await made();
  const answers = await Promise.all(Array.from({ length: 5 }, () => say(end, id)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
  expect(await auditOf(id)).toHaveLength(1);
});

test('wants the scope to read and to write', async () => {
  const id = await made();
  const readOnly = { authorization: (await bearer(['ads:read'])).authorization };
  expect((await get(id, readOnly)).status).toBe(200);
  for (const answer of [await patch(id, {}, readOnly), await say(pause, id, readOnly), await say(end, id, readOnly)])
    expect(code(answer)).toEqual([403, 'accounts/missing-scope']);
  expect((await get(id, {})).status).toBe(401);
});
