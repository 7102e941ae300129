import { beforeAll, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET, POST } from './route';

let headers: Record<string, string>;

beforeAll(async () => {
  headers = { authorization: (await bearer(['settlements:read', 'settlements:write'])).authorization };
  await db().$client.query(
    `insert into days (day, state, closed_at) values ('2026-11-10', 'closed', now()), ('2026-11-11', 'settled', null), ('2026-11-14', 'settled', null)`,
  );
});

const steps = (tenths: number) => [
  { from: 1, tenths },
  { from: 1000, tenths: tenths * 2 },
];
const tariff = (over: object = {}) => ({ effectiveOn: '2026-11-12', video: steps(10), ad: steps(100), ...over });
const add = (body: unknown, as = headers) => call(POST, { method: 'POST', body, headers: as });

test('the tariff of the beginning is there', async () => {
  const { json } = await call(GET, { headers });
  expect(json).toMatchObject({
    items: [{ version: 1, effectiveOn: '2000-01-01', video: [{ from: 1, tenths: 10 }, {}, {}, { tenths: 15 }] }],
    nextCursor: null,
  });
});

test('a tariff is added with its audit row, and settled days from then on are settled again', async () => {
  const answer = await add(tariff());
  expect(answer).toMatchObject({ status: 201, json: { effectiveOn: '2026-11-12', video: steps(10) } });
  const { rows } = await db().$client.query('select day, dirty from days order by day');
  expect(rows).toEqual([
    { day: '2026-11-10', dirty: false },
    { day: '2026-11-11', dirty: false },
    { day: '2026-11-14', dirty: true },
  ]);
  const { rows: audit } = await db().$client.query(`select action from audit_log where subject_kind = 'tariff'`);
  expect(audit).toEqual([{ action: 'tariff.added' }]);
});

test('of many for one day at once, one is added', async () => {
  const answers = await Promise.all(
    [1, 2, 3, 4].map((n) => add(tariff({ effectiveOn: '2026-12-01', video: steps(n) }))),
  );
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409]);
  expect(answers.find((one) => one.status === 409)?.json).toMatchObject({
    code: 'settlement/tariff-taken',
    errors: [{ pointer: '/effectiveOn' }],
  });
});

test('a tariff cannot begin on a closed day', async () => {
  const answer = await add(tariff({ effectiveOn: '2026-11-10' }));
  expect(answer).toMatchObject({ status: 422, json: { code: 'settlement/tariff-too-early' } });
});

test.each([
  ['/effectiveOn', { effectiveOn: '2026-02-30' }],
  ['/video', { video: [] }],
  ['/video/0/from', { video: [{ from: 2, tenths: 10 }] }],
  [
    '/ad/1/from',
    {
      ad: [
        { from: 1, tenths: 1 },
        { from: 1, tenths: 2 },
      ],
    },
  ],
  ['/ad/0/tenths', { ad: [{ from: 1, tenths: 1.5 }] }],
  ['/ad/0/tenths', { ad: [{ from: 1, tenths: -1 }] }],
])('refuses %s of %j', async (pointer, over) => {
  expect(await add(tariff(over))).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
});

test('wants the scope, which an admin has', async () => {
  const reader = { authorization: (await bearer(['settlements:read'])).authorization };
  expect((await add(tariff(), reader)).status).toBe(403);
  const admin = await makeUser(db(), { email: 'boss@example.com', roles: ['admin'] });
  expect((await add(tariff({ effectiveOn: '2027-01-01' }), await signedIn(db(), admin.id))).status).toBe(201);
});
