import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { Content, Imported } from '@/lib/content/schema';
import { type Answered, bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET as getOne, PATCH } from './[id]/route';
import { POST as importAll } from './import/route';
import { GET, POST } from './route';

let headers: Record<string, string>;
let creator = 0;

beforeAll(async () => {
  headers = { authorization: (await bearer(['contents:read', 'contents:write'])).authorization };
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into users (email, member_id, name) values ('a@example.com', 'a', '한서윤'), ('b@example.com', 'b', 'b') returning id`,
  );
  creator = rows[0]?.id ?? 0;
  await db().$client.query(`insert into user_roles (user_id, role) values ($1, 'creator')`, [creator]);
});

const post = (body: unknown): Promise<Answered> => call(POST, { method: 'POST', body, headers });
const patch = (id: number | string, body: unknown) =>
  call(PATCH, { method: 'PATCH', body, headers, params: { id: String(id) } });
const get = async (query: string) =>
  (await call(GET, { path: `/api/v1/contents?${query}`, headers })).json as {
    items: Content[];
    nextCursor: string | null;
  };
const create = async (over: object = {}) =>
  (await post({ title: '어느 글', kind: 'article', ...over })).json as Content;
const bulk = async (lines: string[]) =>
  (await call(importAll, { method: 'POST', raw: lines.join('\n'), headers })).json as Imported;

test('registers a video with its owner and answers 201', async () => {
  const externalId = randomUUID();
  const answer = await post({
    title: '  골목 산책  ',
    kind: 'video',
    durationSeconds: 600,
    externalId,
    creatorId: creator,
    openingViews: 12,
  });
  expect(answer.status).toBe(201);
  expect(answer.json).toMatchObject({
    id: expect.any(Number),
    title: '골목 산책',
    durationSeconds: 600,
    externalId,
    creatorId: creator,
    creatorName: '한서윤',
    openingViews: 12,
    openingAdViews: 0,
    archivedAt: null,
  });
  const { rows } = await db().$client.query(
    `select action, after ->> 'title' as title from audit_log where subject_id = $1`,
    [String((answer.json as Content).id)],
  );
  expect(rows).toEqual([{ action: 'content.created', title: '골목 산책' }]);
});

test.each([
  [{ kind: 'article' }, '/title'],
  [{ title: ' ', kind: 'article' }, '/title'],
  [{ title: 'x'.repeat(201), kind: 'article' }, '/title'],
  [{ title: 'a\u0000b', kind: 'article' }, '/title'],
  [{ title: '\ud800', kind: 'article' }, '/title'],
  [{ title: 'x', kind: 'podcast' }, '/kind'],
  [{ title: 'x', kind: 'video' }, '/durationSeconds'],
  [{ title: 'x', kind: 'article', durationSeconds: 3 }, '/durationSeconds'],
  [{ title: 'x', kind: 'video', durationSeconds: 0.5 }, '/durationSeconds'],
  [{ title: 'x', kind: 'article', openingViews: -1 }, '/openingViews'],
  [{ title: 'x', kind: 'article', creatorId: '1' }, '/creatorId'],
  [{ title: 'x', kind: 'article', creatorId: 999999 }, '/creatorId'],
  ['x', ''],
])('refuses %j and names the field', async (body, pointer) => {
  expect((await post(body)).json).toMatchObject({ status: 422, errors: [{ pointer }] });
});

test('an externalId is taken once, also by two at the same time', async () => {
  const externalId = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => post({ title: 'x', kind: 'article', externalId })));
  expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409]);
  const made = answers.find((answer) => answer.status === 201)?.json;
  expect(answers.find((answer) => answer.status === 409)?.json).toMatchObject({
    code: 'content/external-id-taken',
    detail: expect.stringContaining(String((made as Content).id)),
  });
});

test.each(['0', '-1', 'abc', '1.5', '99999999999999999999', '123456789'])('there is no content %s', async (id) => {
  expect((await call(getOne, { headers, params: { id } })).json).toMatchObject({
    status: 404,
    code: 'content/not-found',
  });
  expect((await patch(id, { title: 'x' })).json).toMatchObject({ status: 404 });
});

test('a change is kept with what was before, and changing nothing leaves no trace', async () => {
  const { id } = await create();
  expect((await patch(id, { title: '다른 제목', archived: true })).json).toMatchObject({
    title: '다른 제목',
    archivedAt: expect.any(String),
  });
  await patch(id, { title: '다른 제목', archived: true });
  expect((await patch(id, { archived: false })).json).toMatchObject({ archivedAt: null });
  const { rows } = await db().$client.query(
    `select action, before ->> 'title' as before, after ->> 'title' as after from audit_log where subject_id = $1 order by id`,
    [String(id)],
  );
  expect(rows).toEqual([
    { action: 'content.created', before: null, after: '어느 글' },
    { action: 'content.archived', before: '어느 글', after: '다른 제목' },
    { action: 'content.changed', before: '다른 제목', after: '다른 제목' },
  ]);
});

test('a change is refused like a new one would be', async () => {
  const [one, other] = [await create({ externalId: randomUUID() }), await create({ externalId: randomUUID() })];
  expect((await patch(one.id, { externalId: other.externalId })).json).toMatchObject({ status: 409 });
  expect((await patch(one.id, { durationSeconds: 5 })).json).toMatchObject({
    status: 422,
    errors: [{ pointer: '/durationSeconds' }],
  });
  expect((await patch(one.id, { kind: 'video' })).json).toMatchObject({ status: 422 });
  expect((await patch(one.id, { creatorId: creator + 1 })).json).toMatchObject({
    status: 422,
    errors: [{ pointer: '/creatorId' }],
  });
});

test('the list is searched, filtered, sorted and paged without losing or repeating one', async () => {
  const mark = randomUUID().slice(0, 8);
  for (const n of [3, 1, 2, 5, 4]) await create({ title: `${mark} 100% ${n}` });
  await create({ title: `${mark} 100x 6`, kind: 'video', durationSeconds: 1 });
  const titles = (items: Content[]) => items.map((item) => item.title.at(-1)).join('');
  const first = await get(`search=${mark}&sort=title&limit=4`);
  const second = await get(`search=${mark}&sort=title&limit=4&cursor=${first.nextCursor}`);
  expect(titles(first.items) + titles(second.items)).toBe('123456');
  expect(second.nextCursor).toBeNull();
  expect(titles((await get(`search=${mark}&sort=-title`)).items)).toBe('654321');
  expect(titles((await get(`search=${mark}&sort=-id`)).items)).toBe('645213');
  expect(titles((await get(`search=${mark}%20100%25&sort=id`)).items)).toBe('31254');
  expect(titles((await get(`search=${mark}&kind=video`)).items)).toBe('6');
  const { id } = await create();
  expect((await get(`search=${id}`)).items[0]?.id).toBe(id);
});

test.each(['cursor=x', 'cursor=WyJhIl0', 'limit=0', 'limit=1000', 'sort=size', 'kind=x', 'creatorId=x'])(
  'a wrong question (%s) is 422',
  async (query) => {
    expect(await get(query)).toMatchObject({ status: 422 });
  },
);

test('an import answers each line, and a bad one spoils no other', async () => {
  const externalId = randomUUID();
  const old = await create({ externalId: randomUUID() });
  const line = (over: object) => JSON.stringify({ title: 'x', kind: 'article', ...over });
  const answer = await bulk([
    line({ externalId, title: 'first' }),
    '{"title":',
    '',
    line({ title: '' }),
    line({ externalId, title: 'again' }),
    line({ externalId: old.externalId, title: 'new title' }),
    line({ externalId: `${old.externalId}x`, creatorId: creator + 1 }),
    line({ title: 'nameless' }),
  ]);
  expect(answer).toMatchObject({ created: 2, updated: 1, rejected: 4 });
  expect(answer.items.map((item) => `${item.line} ${item.outcome} ${item.errors?.[0]?.pointer ?? ''}`)).toEqual([
    '1 created ',
    '2 rejected ',
    '4 rejected /title',
    '5 rejected /externalId',
    '6 updated ',
    '7 rejected /creatorId',
    '8 created ',
  ]);
  expect((await call(getOne, { headers, params: { id: String(old.id) } })).json).toMatchObject({ title: 'new title' });
  const other = await bulk([line({ externalId, kind: 'video', durationSeconds: 9 })]);
  expect(other.items[0]).toMatchObject({ outcome: 'rejected', errors: [{ pointer: '/kind' }] });
});

test('ten thousand lines are taken at once, and the same again changes them', async () => {
  const mark = randomUUID();
  const lines = Array.from({ length: 10_000 }, (_, n) =>
    JSON.stringify({ title: `제목 ${n}`, kind: 'video', durationSeconds: 60, externalId: `${mark}-${n}` }),
  );
  expect(await bulk(lines)).toMatchObject({ created: 10_000, updated: 0, rejected: 0 });
  expect(await bulk(lines)).toMatchObject({ created: 0, updated: 10_000, rejected: 0 });
  expect(await bulk([...lines, '{}'])).toMatchObject({ status: 422, code: 'content/import-count' });
  expect(await bulk([])).toMatchObject({ status: 422 });
});

test('what a line leaves out stays as it is, and null clears it', async () => {
  const externalId = randomUUID();
  const { id } = await create({ externalId, creatorId: creator, openingViews: 7, openingAdViews: 3 });
  const one = async () => (await call(getOne, { headers, params: { id: String(id) } })).json;
  await bulk([JSON.stringify({ title: 'y', kind: 'article', externalId, openingAdViews: 4 })]);
  expect(await one()).toMatchObject({ title: 'y', creatorId: creator, openingViews: 7, openingAdViews: 4 });
  await bulk([JSON.stringify({ title: 'y', kind: 'article', externalId, creatorId: null })]);
  expect(await one()).toMatchObject({ creatorId: null, openingViews: 7 });
});

test('an externalId that two changes want at once goes to one of them', async () => {
  const outcomes = new Set<string>();
  for (let round = 0; round < 10; round++) {
    const externalId = randomUUID();
    const rivals = await Promise.all([1, 2, 3, 4].map(() => create()));
    const answers = await Promise.all(rivals.map(({ id }) => patch(id, { externalId })));
    const owner = answers.find((answer) => answer.status === 200)?.json as Content;
    for (const { status, json } of answers) outcomes.add(`${status} ${(json as { code?: string }).code ?? ''}`);
    const refused = answers.filter((answer) => answer.status !== 200).map(({ json }) => json);
    expect(refused).toHaveLength(3);
    for (const one of refused) expect(one).toMatchObject({ detail: expect.stringContaining(`content ${owner.id}.`) });
  }
  expect([...outcomes].sort()).toEqual(['200 ', '409 content/external-id-taken']);
});

test('two imports of one catalogue at once make each content once', async () => {
  const mark = randomUUID();
  const lines = Array.from({ length: 500 }, (_, n) =>
    JSON.stringify({ title: `t${n}`, kind: 'article', externalId: `${mark}-${n}` }),
  );
  const [one, other] = await Promise.all([bulk(lines), bulk(lines.toReversed())]);
  expect([one?.rejected, other?.rejected]).toEqual([0, 0]);
  expect((one?.created ?? 0) + (other?.created ?? 0)).toBe(500);
  expect(new Set([...(one?.items ?? []), ...(other?.items ?? [])].map((item) => item.id)).size).toBe(500);
});

test.each([
  ['[]', ''],
  ['"x"', ''],
  ['null', ''],
  ['{"title":"\\u0000","kind":"article"}', '/title'],
  ['{"title":"\\ud800","kind":"article"}', '/title'],
  ['{"title":"x","kind":"article","externalId":"a\\u0000"}', '/externalId'],
  ['{"title":"\uFFFD\uFFFD","kind":"article"}', ''],
  ['{"title":"x","kind":"article","creatorId":9007199254740993}', '/creatorId'],
  ['{"title":"x","kind":"article","openingViews":1e300}', '/openingViews'],
])('the line %s is rejected, and its neighbours are taken', async (hostile, pointer) => {
  const answer = await bulk([hostile, '['.repeat(100_000), JSON.stringify({ title: 'good', kind: 'article' })]);
  expect(answer).toMatchObject({ created: 1, rejected: 2 });
  expect(answer.items[0]?.errors?.[0]).toEqual({ pointer, message: expect.any(String) });
});

test('a flood of empty lines, and a body past 8 MiB, are refused', async () => {
  expect(await bulk(Array.from({ length: 4_000_000 }, () => ''))).toMatchObject({ code: 'content/import-count' });
  expect(await bulk(['x'.repeat(8 * 1024 * 1024 + 1)])).toMatchObject({ status: 413 });
});

test.each(['externalId=%00', 'search=a%00', `cursor=${btoa('["\\u0000",1]')}&sort=title`, 'cursor=WzFd&sort=title'])(
  'a hostile question (%s) is 422',
  async (query) => {
    expect(await get(query)).toMatchObject({ status: 422 });
  },
);

test('an import is one row of the audit log, with its counts', async () => {
  const before = await db().$client.query(`select id from audit_log`);
  await bulk([JSON.stringify({ title: 'x', kind: 'article' }), '{']);
  const { rows } = await db().$client.query(`select action, after from audit_log where id <> all($1)`, [
    before.rows.map((row) => row.id),
  ]);
  expect(rows).toEqual([{ action: 'contents.imported', after: { created: 1, updated: 0, rejected: 1 } }]);
});
