import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { makeAd } from '@/db/builders/ads';
import { type BuiltUser, makeUser, signedIn } from '@/db/builders/people';
import type { Ad, AdList } from '@/lib/ads/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET, POST } from './route';

type Headers = Record<string, string>;
let key: Headers;
let [nara, boss, bora]: Headers[] = [];
let [naraUser, otherUser, plainUser]: BuiltUser[] = [];

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

beforeAll(async () => {
  const { authorization } = await bearer(['ads:read', 'ads:write']);
  key = { authorization };
  naraUser = await makeUser(db(), { email: 'nara@example.com', name: '최나래', roles: ['advertiser'] });
  otherUser = await makeUser(db(), { email: 'other@example.com', roles: ['advertiser'] });
  plainUser = await makeUser(db(), { email: 'bora@example.com' });
  const admin = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  nara = await signedIn(db(), naraUser.id);
  boss = await signedIn(db(), admin.id);
  bora = await signedIn(db(), plainUser.id);
});

const wanted = (over: object = {}) => ({
  name: randomUUID(),
  text: '광고를 보고 포인트를 받으세요.',
  rewardPoints: 100,
  places: 10,
  startsAt: at(-1),
  endsAt: at(24),
  ...over,
});
const post = (body: unknown, headers = key) => call(POST, { method: 'POST', body, headers });
const create = async (over: object = {}, headers = key) => (await post(wanted(over), headers)).json as Ad;
const list = async (query: string, headers = key) =>
  (await call(GET, { path: `/api/v1/ads?${query}`, headers })).json as AdList;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];

test('registers an ad, live at once, with its audit row', async () => {
  const eligibility = [{ kind: 'participations-at-least', count: 2 }];
  const body = wanted({ name: `  ${randomUUID()} `, imageUrl: 'https://example.com/a.png', eligibility });
  const answer = await post(body);
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({
    id: expect.any(Number),
    name: body.name.trim(),
    text: body.text,
    imageUrl: 'https://example.com/a.png',
    rewardPoints: 100,
    places: 10,
    used: 0,
    startsAt: body.startsAt,
    endsAt: body.endsAt,
    state: 'live',
    eligibility,
    ownerId: null,
    ownerName: null,
    createdAt: expect.any(String),
  });
  const { rows } = await db().$client.query(
    `select action, before, after ->> 'name' as name, after -> 'eligibility' as eligibility from audit_log where subject_kind = 'ad' and subject_id = $1`,
    [String((answer.json as Ad).id)],
  );
  expect(rows).toEqual([{ action: 'ad.created', before: null, name: body.name.trim(), eligibility }]);
});

test('a date means its first moment as a start, and the end of that day as an end', async () => {
  const made = await create({ startsAt: '2031-11-21', endsAt: '2031-11-22' });
  expect(made).toMatchObject({
    startsAt: '2031-11-20T15:00:00.000Z',
    endsAt: '2031-11-22T15:00:00.000Z',
    state: 'scheduled',
  });
  expect(await create({ startsAt: '2031-11-21', endsAt: '2031-11-21' })).toMatchObject({
    startsAt: '2031-11-20T15:00:00.000Z',
    endsAt: '2031-11-21T15:00:00.000Z',
  });
});

test('an ad may last as long as the calendar does', async () => {
  expect(await create({ endsAt: '9999-12-31' })).toMatchObject({ endsAt: '9999-12-31T15:00:00.000Z' });
  expect(await create({ endsAt: '9999-12-31T23:59:59-23:00' })).toMatchObject({ endsAt: '9999-12-31T23:59:59.999Z' });
});

test.each([
  ['/name', { name: undefined }],
  ['/name', { name: ' ' }],
  ['/name', { name: 'x'.repeat(101) }],
  ['/name', { name: 'a\u0000b' }],
  ['/name', { name: '\ud800' }],
  ['/text', { text: undefined }],
  ['/text', { text: '' }],
  ['/text', { text: 'x'.repeat(2001) }],
  ['/text', { text: 'a\u0000' }],
  ['/imageUrl', { imageUrl: 'javascript:alert(1)' }],
  ['/imageUrl', { imageUrl: '/assets/../x' }],
  ['/imageUrl', { imageUrl: `/assets/${'0'.repeat(32)}.webp` }],
  ['/imageUrl', { imageUrl: '/assets/never-uploaded.webp' }],
  ['/rewardPoints', { rewardPoints: -1 }],
  ['/rewardPoints', { rewardPoints: 1_000_001 }],
  ['/rewardPoints', { rewardPoints: 1.5 }],
  ['/rewardPoints', { rewardPoints: '100' }],
  ['/places', { places: 0 }],
  ['/places', { places: 2.5 }],
  ['/places', { places: undefined }],
  ['/startsAt', { startsAt: 'tomorrow' }],
  ['/startsAt', { startsAt: '2026-02-30' }],
  ['/startsAt', { startsAt: '0000-01-01' }],
  ['/startsAt', { startsAt: '2026-11-21T09:00:00' }],
  ['/endsAt', { endsAt: undefined }],
  ['/endsAt', { startsAt: '2031-11-22', endsAt: '2031-11-21' }],
  ['/endsAt', { startsAt: '2001-11-20', endsAt: '2001-11-21' }],
  ['/eligibility', { eligibility: 'all' }],
  ['/eligibility/0', { eligibility: [{ kind: 'rich' }] }],
  ['/eligibility/0/count', { eligibility: [{ kind: 'participations-at-least', count: 0 }] }],
  [
    '/eligibility/1/adId',
    {
      eligibility: [
        { kind: 'participations-at-least', count: 1 },
        { kind: 'joined', adId: 9e9 },
      ],
    },
  ],
  ['/eligibility', { eligibility: [{ kind: 'first-time' }, { kind: 'participations-at-least', count: 1 }] }],
  ['/eligibility', { eligibility: Array.from({ length: 11 }, () => ({ kind: 'participations-at-least', count: 1 })) }],
  ['/ownerId', { ownerId: 'me' }],
  ['/ownerId', { ownerId: 987_654 }],
  ['', { reward: 3 }],
] as const)('refuses with 422 at %s: %j', async (pointer, over) => {
  const answer = await post(wanted(over));
  expect(answer).toMatchObject({ status: 422 });
  const { errors } = answer.json as { errors: { pointer: string }[] };
  expect(errors.map((error) => error.pointer).some((one) => one === pointer || one.startsWith(`${pointer}/kind`))).toBe(
    true,
  );
});

test.each(['[]', '"x"', '1', 'null'])('refuses %s as a body, and malformed JSON with 400', async (raw) => {
  expect((await call(POST, { method: 'POST', raw, headers: key })).status).toBe(422);
  expect(code(await call(POST, { method: 'POST', raw: `${raw}{`, headers: key }))).toEqual([
    400,
    'platform/malformed-json',
  ]);
});

test('a taken name is 409, in any case of letters, also for many at once', async () => {
  const name = `Name ${randomUUID()}`;
  const answers = await Promise.all(Array.from({ length: 5 }, () => post(wanted({ name }))));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
  const again = await post(wanted({ name: name.toUpperCase() }));
  expect(code(again)).toEqual([409, 'ads/name-taken']);
  expect(again.json).toMatchObject({ errors: [{ pointer: '/name' }] });
});

test('an uploaded picture is kept by its key, whatever address is in front of it', async () => {
  const picture = `${'ab'.repeat(16)}.webp`;
  await db().$client.query(
    `insert into assets (key, width, height, bytes, uploader_kind, created_at) values ($1, 1, 1, 1, 'system', now())`,
    [picture],
  );
  const made = await create({ imageUrl: `/assets/${picture}` });
  expect(made.imageUrl).toBe(`/assets/${picture}`);
  const { rows } = await db().$client.query('select image_key, image_url from ads where id = $1', [made.id]);
  expect(rows).toEqual([{ image_key: picture, image_url: null }]);
});

test('an advertiser registers their own, and nobody for others but an admin or a key', async () => {
  expect(await create({}, nara)).toMatchObject({ ownerId: naraUser?.id, ownerName: '최나래' });
  expect(code(await post(wanted({ ownerId: otherUser?.id }), nara))).toEqual([422, 'ads/owner-not-yours']);
  for (const headers of [boss, key])
    expect(await create({ ownerId: otherUser?.id }, headers)).toMatchObject({ ownerId: otherUser?.id });
  expect(code(await post(wanted({ ownerId: plainUser?.id }), boss))).toEqual([422, 'ads/not-an-advertiser']);
});

test('wants the scope: a member may not, a key without it may not, nobody may not', async () => {
  const { authorization } = await bearer(['ads:read', 'ads:join']);
  expect(code(await post(wanted(), bora))).toEqual([403, 'accounts/missing-scope']);
  expect(code(await post(wanted(), { authorization }))).toEqual([403, 'accounts/missing-scope']);
  expect(code(await post(wanted(), {}))).toEqual([401, 'accounts/unauthenticated']);
  expect(code(await call(GET, { headers: bora ?? {} }))).toEqual([403, 'accounts/missing-scope']);
});

test('the list: newest first, page by page, an advertiser sees their own alone', async () => {
  const mark = randomUUID().slice(0, 8);
  const made: Ad[] = [];
  for (const n of [1, 2, 3, 4, 5]) made.push(await create({ name: `${mark} 100% ${n}` }, n % 2 ? nara : key));
  const names = ({ items }: AdList) => items.map((item) => item.name.at(-1)).join('');
  const first = await list(`search=${mark}&limit=3`);
  const second = await list(`search=${mark}&limit=3&cursor=${first.nextCursor}`);
  expect([names(first), names(second), second.nextCursor]).toEqual(['543', '21', null]);
  expect(names(await list(`search=${mark}`, boss))).toBe('54321');
  expect(names(await list(`search=${mark}`, nara))).toBe('531');
  expect(names(await list(`search=${mark}&ownerId=${naraUser?.id}`))).toBe('531');
  expect(names(await list(`search=${mark}&ownerId=${otherUser?.id}`, nara))).toBe('');
  expect(names(await list(`search=${mark.toUpperCase()}%20100%25%204`))).toBe('4');
  expect(names(await list(`search=${mark}_100`))).toBe('');
  expect((await list(`search=%23${made[2]?.id}`)).items.map((item) => item.id)).toContain(made[2]?.id);
});

test('the filter by state shows what is shown as that state, whatever decides it', async () => {
  const search = randomUUID();
  const hour = (hours: number) => new Date(Date.now() + hours * HOUR);
  const places = { places: 1 };
  let n = 0;
  for (const state of ['open', 'paused', 'ended'])
    for (const [startsAt, endsAt] of [
      [-2, -1],
      [-1, 1],
      [1, 2],
    ] as const)
      for (const used of [0, 1]) {
        const ad = await makeAd(db(), {
          ...places,
          name: `${search} ${n++}`,
          state,
          startsAt: hour(startsAt),
          endsAt: hour(endsAt),
        });
        if (used) await db().$client.query('update ads set used = 1 where id = $1', [ad.id]);
      }
  const all = (await list(`search=${search}`)).items;
  expect(all).toHaveLength(18);
  for (const state of ['scheduled', 'live', 'paused', 'sold-out', 'ended']) {
    const ids = (await list(`search=${search}&state=${state}`)).items.map((item) => item.id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).toEqual(all.filter((item) => item.state === state).map((item) => item.id));
  }
});

test.each(['state=gone', 'limit=0', 'limit=201', 'limit=x', 'cursor=x', 'ownerId=x', 'search=%00', 'cursor=WyJ4Il0'])(
  'refuses the question %s and names the field',
  async (query) => {
    const answer = await call(GET, { path: `/api/v1/ads?${query}`, headers: key });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: `?${query.split('=')[0]}` }] } });
  },
);
