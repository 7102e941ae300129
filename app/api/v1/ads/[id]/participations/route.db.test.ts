import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { POST } from './route';

let key: { authorization: string };
let ann: { cookie: string };
let annMember = '';
let adId = 0;

beforeAll(async () => {
  key = await headersOf(['ads:join']);
  const user = await makeUser(db(), { email: 'ann@example.com' });
  annMember = user.memberId;
  ann = await signedIn(db(), user.id);
});

beforeEach(async () => {
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into ads (name, text, reward_points, places, starts_at, ends_at)
     values ($1, 'text', 50, 2, now() - interval '1 hour', now() + interval '1 hour') returning id`,
    [randomUUID()],
  );
  adId = rows[0]?.id ?? 0;
});

const headersOf = async (scopes: string[]) => ({ authorization: (await bearer(scopes)).authorization });
const path = () => `/api/v1/ads/${adId}/participations`;
const join = (body: unknown, headers: Record<string, string> = { ...key }, id: string | number = adId) =>
  call(POST, { method: 'POST', path: path(), body, headers, params: { id: String(id) } });
const code = (answer: { json: unknown }) => (answer.json as { code?: string }).code;

test('answers 201 with whole numbers for ids', async () => {
  const answer = await join({ memberId: 'bob' });
  expect(answer.status).toBe(201);
  expect(answer.json).toEqual({
    id: expect.any(Number),
    adId,
    memberId: 'bob',
    rewardPoints: 50,
    joinedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  });
});

test("a member's session joins for itself, with no body at all, and for nobody else", async () => {
  const answer = await call(POST, { method: 'POST', path: path(), headers: { ...ann }, params: { id: String(adId) } });
  expect(answer).toMatchObject({ status: 201, json: { memberId: annMember } });
  const other = await join({ memberId: 'bob' }, { ...ann });
  expect([other.status, code(other)]).toEqual([403, 'accounts/other-member']);
});

test('a key has to name the member', async () => {
  const answer = await join({});
  expect([answer.status, code(answer)]).toEqual([422, 'ads/member-missing']);
  expect(answer.json).toMatchObject({ errors: [{ pointer: '/memberId' }] });
});

test.each([[{ memberId: '' }], [{ memberId: 'x'.repeat(65) }], [{ memberId: 7 }], [{ memberId: 'a\u0000b' }]])(
  'refuses the member id of %j and names the field',
  async (body) => {
    const answer = await join(body);
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer: '/memberId' }] } });
  },
);

test('refuses without the scope, and without a key', async () => {
  expect((await join({ memberId: 'bob' }, await headersOf(['ads:read']))).status).toBe(403);
  expect((await join({ memberId: 'bob' }, {})).status).toBe(401);
});

test.each(['987654', 'x', '-1', '1e3', '9'.repeat(30)])('answers 404 for the ad %s', async (id) => {
  const answer = await join({ memberId: 'bob' }, { ...key }, id);
  expect([answer.status, code(answer)]).toEqual([404, 'ads/not-found']);
});

test('refuses a second participation with 409', async () => {
  await join({ memberId: 'bob' });
  const answer = await join({ memberId: 'bob' });
  expect([answer.status, code(answer)]).toEqual([409, 'ads/already-joined']);
});

const withKey = (idempotencyKey: string) => ({ ...key, 'idempotency-key': idempotencyKey });

test('the same Idempotency-Key and body get the same answer, byte for byte, however often and at once', async () => {
  const headers = withKey(randomUUID());
  const answers = await Promise.all(Array.from({ length: 12 }, () => join({ memberId: 'cat' }, headers)));
  const again = await join({ memberId: 'cat' }, headers);
  expect(new Set([...answers, again].map((one) => `${one.status} ${JSON.stringify(one.json)}`)).size).toBe(1);
  expect(again.status).toBe(201);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  const { rows } = await db().$client.query('select used from ads where id = $1', [adId]);
  expect(rows).toEqual([{ used: 1 }]);
});

test('the same Idempotency-Key with another body or ad is 422, and nothing is done', async () => {
  const headers = withKey(randomUUID());
  await join({ memberId: 'dan' }, headers);
  const answer = await join({ memberId: 'eve' }, headers);
  expect([answer.status, code(answer)]).toEqual([422, 'platform/idempotency-key-reused']);
  const { rows } = await db().$client.query('select used from ads where id = $1', [adId]);
  expect(rows).toEqual([{ used: 1 }]);
});

test('two bodies under one Idempotency-Key at once: one is done, the other is 422', async () => {
  const headers = withKey(randomUUID());
  const answers = await Promise.all(['fay', 'gus'].map((memberId) => join({ memberId }, headers)));
  expect(answers.map((one) => one.status).sort()).toEqual([201, 422]);
  const { rows } = await db().$client.query('select used from ads where id = $1', [adId]);
  expect(rows).toEqual([{ used: 1 }]);
});

test('a refusal, too, is the first answer of its key', async () => {
  await db().$client.query(`update ads set state = 'paused' where id = $1`, [adId]);
  const headers = withKey(randomUUID());
  expect(code(await join({ memberId: 'hal' }, headers))).toBe('ads/not-live');
  await db().$client.query(`update ads set state = 'open' where id = $1`, [adId]);
  await new Promise((resolve) => setTimeout(resolve, 550));
  const again = await join({ memberId: 'hal' }, headers);
  expect([again.status, code(again)]).toEqual([409, 'ads/not-live']);
  expect(again.headers.get('content-type')).toBe('application/problem+json');
  expect((await join({ memberId: 'hal' }, withKey(randomUUID()))).status).toBe(201);
});

test('a key of one program says nothing about that of another', async () => {
  const name = randomUUID();
  await join({ memberId: 'ian' }, withKey(name));
  const other = { ...(await headersOf(['ads:join'])), 'idempotency-key': name };
  expect((await join({ memberId: 'joe' }, other)).status).toBe(201);
});

test.each(['', 'x'.repeat(256)])('refuses an Idempotency-Key of the wrong length', async (name) => {
  const answer = await join({ memberId: 'kim' }, withKey(name));
  expect([answer.status, code(answer)]).toEqual([422, 'platform/idempotency-key-too-long']);
});
