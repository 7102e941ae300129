import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { apiKeys, auditLog } from '@/db/schema/accounts';
import { viewerTokenSecret } from '@/lib/accounts/viewer-token';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { POST as revoke } from './[id]/revoke/route';
import { PATCH } from './[id]/route';
import { GET as showSecret } from './[id]/viewer-token-secret/route';
import { GET, POST } from './route';

let admin: Record<string, string>;
let member: Record<string, string>;
beforeAll(async () => {
  admin = await signedIn(db(), (await makeUser(db(), { email: 'admin@example.com', roles: ['admin'] })).id);
  member = await signedIn(db(), (await makeUser(db(), { email: 'member@example.com', roles: ['creator'] })).id);
});

type Made = { id: number; key: string; viewerTokenSecret: string | null; [field: string]: unknown };
const make = async (body: Record<string, unknown> = {}, headers = admin) =>
  call(POST, { method: 'POST', headers, body: { name: 'Shop', kind: 'secret', scopes: ['keys:read'], ...body } });
const made = async (body: Record<string, unknown> = {}) => (await make(body)).json as Made;
const at = (id: number | string) => ({ params: { id: String(id) } });
const auditOf = (keyId: number) =>
  db()
    .select()
    .from(auditLog)
    .where(eq(auditLog.subjectId, String(keyId)))
    .orderBy(desc(auditLog.id));
const withKey = (key: string) => call(GET, { headers: { authorization: `Bearer ${key}` } });

describe('making a key', () => {
  test('the answer holds the key, and the list never does', async () => {
    const answer = await make();
    expect(answer.status).toBe(201);
    const { key, ...row } = answer.json as Made;
    expect(key).toMatch(/^bo_sk_[0-9A-Za-z]{40}$/);
    expect(row).toMatchObject({ name: 'Shop', prefix: key.slice(0, 12), viewerTokenSecret: null, revokedAt: null });
    expect((await withKey(key)).status).toBe(200);
    const list = JSON.stringify((await call(GET, { headers: admin })).json);
    expect(list).toContain(key.slice(0, 12));
    expect(list).not.toContain(key.slice(0, 13));
  });

  test('the audit log says who made what, without the key and its hash', async () => {
    const { id, key } = await made({ name: 'Audited' });
    const entries = await auditOf(id);
    expect(entries).toMatchObject([
      {
        action: 'key.created',
        actorKind: 'user',
        actorName: 'admin',
        after: { name: 'Audited', scopes: ['keys:read'] },
      },
    ]);
    const [row] = await db().select().from(apiKeys).where(eq(apiKeys.id, id));
    expect(JSON.stringify(entries)).not.toContain(key.slice(12));
    expect(JSON.stringify(entries)).not.toContain(row?.hash);
  });

  test('a publishable key comes with the secret for viewer tokens', async () => {
    const { id, key, ...rest } = await made({
      kind: 'publishable',
      scopes: ['events:write'],
      allowedOrigins: ['https://Shop.example/', 'https://shop.example'],
    });
    expect(key).toMatch(/^bo_pk_/);
    expect(rest).toMatchObject({
      viewerTokenSecret: viewerTokenSecret(id),
      allowedOrigins: ['https://shop.example'],
      requestsPerSecond: 20,
      burst: 100,
    });
  });

  test.each([
    [{ name: ' ' }, '/name'],
    [{ name: 'a\u0000b' }, '/name'],
    [{ kind: 'public' }, '/kind'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['everything'] }, '/scopes/0'],
    [{ kind: 'publishable', scopes: ['stats:read'] }, '/scopes'],
    [{ allowedOrigins: ['shop.example'] }, '/allowedOrigins/0'],
    [{ allowedOrigins: ['https://shop.example/path'] }, '/allowedOrigins/0'],
    [{ allowedOrigins: ['https://a@shop.example'] }, '/allowedOrigins/0'],
    [{ requestsPerSecond: 0 }, '/requestsPerSecond'],
    [{ expiresAt: 'tomorrow' }, '/expiresAt'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
  ])('%j is refused at %s', async (body, pointer) => {
    expect((await make(body)).json).toMatchObject({ status: 422, errors: [{ pointer }] });
  });

  test('a key cannot make one that may do more than itself', async () => {
    const maker = await bearer(['keys:write', 'stats:read']);
    const headers = { authorization: maker.authorization };
    expect((await make({ scopes: ['stats:read'] }, headers)).status).toBe(201);
    const beyond = await make({ scopes: ['stats:read', 'accounts:write'] }, headers);
    expect(beyond.json).toMatchObject({ status: 403, code: 'accounts/scope-not-held' });
  });
});

describe('revoking a key', () => {
  test('works at once in this process, and twice is once', async () => {
    const { id, key } = await made();
    expect((await withKey(key)).status).toBe(200);
    const first = await call(revoke, { method: 'POST', headers: admin, ...at(id) });
    expect(first).toMatchObject({ status: 200, json: { id, revokedAt: expect.any(String) } });
    expect(await withKey(key)).toMatchObject({ status: 401, json: { code: 'accounts/unknown-key' } });
    const second = await call(revoke, { method: 'POST', headers: admin, ...at(id) });
    // The time of the last use is written on the side, so it may have come between the two.
    const { revokedAt } = first.json as { revokedAt: string };
    expect(second).toMatchObject({ status: 200, json: { id, revokedAt } });
    expect((await auditOf(id)).map((entry) => entry.action)).toEqual(['key.revoked', 'key.created']);
  });

  test('eight at once revoke once', async () => {
    const { id } = await made();
    const revokes = Array.from({ length: 8 }, () => call(revoke, { method: 'POST', headers: admin, ...at(id) }));
    const answers = await Promise.all(revokes);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.json))).size).toBe(1);
    expect(await auditOf(id)).toHaveLength(2);
  });
});

describe('changing a key', () => {
  const change = (id: number | string, body: unknown) =>
    call(PATCH, { method: 'PATCH', headers: admin, body, ...at(id) });

  test('takes effect at once, and is written down with both states', async () => {
    const { id } = await made();
    const answer = await change(id, { name: 'Renamed', requestsPerSecond: 7 });
    expect(answer).toMatchObject({ status: 200, json: { id, name: 'Renamed', requestsPerSecond: 7, burst: 1000 } });
    expect((await auditOf(id))[0]).toMatchObject({
      action: 'key.changed',
      before: { name: 'Shop', requestsPerSecond: 200 },
      after: { name: 'Renamed', requestsPerSecond: 7 },
    });
  });

  test('never changes what a key may do', async () => {
    const { id } = await made();
    expect((await change(id, { scopes: ['*'] })).json).toMatchObject({ status: 422 });
    expect((await change(id, { name: 'x', scopes: ['*'], kind: 'publishable' })).json).toMatchObject({
      scopes: ['keys:read'],
      kind: 'secret',
    });
  });

  test('leaves a revoked key as it was', async () => {
    const { id } = await made();
    await call(revoke, { method: 'POST', headers: admin, ...at(id) });
    expect((await change(id, { name: 'x' })).json).toMatchObject({ status: 409, code: 'accounts/key-revoked' });
  });
});

describe('the secret for viewer tokens', () => {
  test('is shown again, and who looked is written down', async () => {
    const { id, viewerTokenSecret: atFirst } = await made({ kind: 'publishable', scopes: ['events:write'] });
    const answer = await call(showSecret, { headers: admin, ...at(id) });
    expect(answer).toMatchObject({ status: 200, json: { viewerTokenSecret: atFirst } });
    const entries = await auditOf(id);
    expect(entries[0]).toMatchObject({ action: 'key.viewer-token-secret-shown', actorName: 'admin' });
    expect(JSON.stringify(entries)).not.toContain(atFirst);
  });

  test('does not exist for a secret key, nor for who may only read keys', async () => {
    const { id, key } = await made();
    expect((await call(showSecret, { headers: admin, ...at(id) })).json).toMatchObject({
      status: 409,
      code: 'accounts/no-viewer-tokens',
    });
    const reader = { authorization: `Bearer ${key}` };
    expect((await call(showSecret, { headers: reader, ...at(id) })).status).toBe(403);
  });
});

test('the list is newest first, page by page, with nothing twice', async () => {
  for (let i = 0; i < 3; i++) await made({ name: `Page ${i}` });
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/?limit=2${cursor && `&cursor=${cursor}`}`;
    const page = (await call(GET, { headers: admin, path })).json as { items: Made[]; nextCursor: string | null };
    expect(page.items.length).toBeLessThanOrEqual(2);
    seen.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  }
  const all = await db().select({ id: apiKeys.id }).from(apiKeys).orderBy(desc(apiKeys.id));
  expect(seen).toEqual(all.map((row) => row.id));
});

test.each([
  ['nonsense', '?cursor=nonsense'],
  ['a cursor of another list', `?cursor=${Buffer.from('["2026-01-01",7]').toString('base64url')}`],
  ['a text where an id should be', `?cursor=${Buffer.from('["7"]').toString('base64url')}`],
  ['an id beyond all numbers', `?cursor=${Buffer.from('[1e300]').toString('base64url')}`],
])('%s as a cursor is named in the refusal', async (_, query) => {
  expect((await call(GET, { headers: admin, path: `/${query}` })).json).toMatchObject({
    status: 422,
    errors: [{ pointer: '?cursor' }],
  });
});

test.each(['0', '-1', '1.5', 'abc', '99999999999999999999', '4711471147', '1%20or%201=1'])(
  'no key has the id %s',
  async (id) => {
    const missing = { status: 404, code: 'accounts/key-not-found' };
    expect((await call(revoke, { method: 'POST', headers: admin, ...at(id) })).json).toMatchObject(missing);
    expect((await call(PATCH, { method: 'PATCH', body: { name: 'x' }, headers: admin, ...at(id) })).json).toMatchObject(
      missing,
    );
    expect((await call(showSecret, { headers: admin, ...at(id) })).json).toMatchObject(missing);
  },
);

test('keys are for admins, and for keys with the scope', async () => {
  expect((await call(GET, {})).json).toMatchObject({ status: 401, code: 'accounts/unauthenticated' });
  expect((await call(GET, { headers: member })).json).toMatchObject({ status: 403, code: 'accounts/missing-scope' });
  const reader = { authorization: (await bearer(['keys:read'])).authorization };
  expect((await call(GET, { headers: reader })).status).toBe(200);
  expect((await make({}, reader)).status).toBe(403);
  const elsewhere = { cookie: admin.cookie ?? '', 'sec-fetch-site': 'cross-site' };
  expect((await make({}, elsewhere)).json).toMatchObject({ status: 403, code: 'accounts/cross-site' });
});
