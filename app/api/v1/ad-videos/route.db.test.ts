import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as playAsset } from '@/app/assets/[key]/route';
import { makeUser, signedIn } from '@/db/builders/people';
import { startS3 } from '@/lib/assets/testing/s3-server';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import type { AdVideo, AdVideoList } from '@/lib/streaming/ad-video-schema';
import { GET as getOne, PATCH } from './[id]/route';
import { POST as upload } from './files/route';
import { GET, POST } from './route';

type Headers = Record<string, string>;
let [key, reader, nara, other, boss, bora]: Headers[] = [];
let naraId = 0;
let folder = '';
let s3: Awaited<ReturnType<typeof startS3>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-videos-'));
  s3 = await startS3();
  process.env.BOXOFFICE_DATA_DIR = folder;
  resetEnv();
  key = { authorization: (await bearer(['ad-videos:read', 'ad-videos:write'])).authorization };
  reader = { authorization: (await bearer(['ad-videos:read'])).authorization };
  const session = async (email: string, roles: ('admin' | 'advertiser')[]) => {
    const { id } = await makeUser(db(), { email, roles });
    if (email.startsWith('nara')) naraId = id;
    return signedIn(db(), id);
  };
  nara = await session('nara@example.com', ['advertiser']);
  other = await session('other@example.com', ['advertiser']);
  boss = await session('boss@example.com', ['admin']);
  bora = await session('bora@example.com', []);
});

afterAll(async () => {
  delete process.env.BOXOFFICE_DATA_DIR;
  resetEnv();
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const wanted = (over: object = {}) => ({
  title: '겨울 세일',
  durationSeconds: 15,
  url: 'https://cdn.example/a.mp4',
  ...over,
});
const post = (body: unknown, headers = key) => call(POST, { method: 'POST', body, headers: headers ?? {} });
const create = async (over: object = {}, headers = nara) => (await post(wanted(over), headers)).json as AdVideo;
const list = async (query = '', headers = nara) =>
  (await call(GET, { path: `/api/v1/ad-videos?${query}`, headers: headers ?? {} })).json as AdVideoList;
const one = (id: number, headers = nara) => call(getOne, { params: { id: String(id) }, headers: headers ?? {} });
const patch = (id: number, body: unknown, headers = nara) =>
  call(PATCH, { method: 'PATCH', params: { id: String(id) }, body, headers: headers ?? {} });
const code = ({ status, json }: { status: number; json: unknown }) => [status, (json as { code?: string })?.code];

/** The beginning of an MP4, then bytes that differ, so that a part can be told from another. */
const mp4 = (size: number) => {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251);
  bytes.set([0, 0, 0, 24, ...Buffer.from('ftypisom'), 0, 0, 2, 0, ...Buffer.from('isomiso2')]);
  return bytes;
};
const sendFile = async (bytes: BodyInit, headers = nara) => {
  const sent = { method: 'POST', body: bytes, headers: { ...headers, 'content-type': 'video/mp4' } };
  const answer = await upload(new Request('http://boxoffice.test/api/v1/ad-videos/files', sent));
  return { status: answer.status, json: (await answer.json()) as { key: string; url: string; bytes: number } };
};
const play = (assetKey: string, headers: Headers = {}) =>
  playAsset(new Request(`http://boxoffice.test/assets/${assetKey}`, { headers }), {
    params: Promise.resolve({ key: assetKey }),
  });

test('an advertiser registers an ad video, which is theirs and active, and the audit log knows', async () => {
  const answer = await post(wanted({ title: '  겨울 세일 ' }), nara);
  expect(answer).toMatchObject({
    status: 201,
    json: { title: '겨울 세일', durationSeconds: 15, url: 'https://cdn.example/a.mp4', active: true, uploaded: false },
  });
  const made = answer.json as AdVideo;
  expect(made.ownerId).toBe(naraId);
  expect(await one(made.id)).toMatchObject({ status: 200, json: made });
  const { rows } = await db().$client.query(
    `select action from audit_log where subject_kind = 'ad-video' and subject_id = $1`,
    [String(made.id)],
  );
  expect(rows).toEqual([{ action: 'ad-video.created' }]);
});

test('an advertiser sees and changes their own, an admin all; what is another one’s does not exist', async () => {
  const mine = await create({ title: 'mine' });
  const theirs = await create({ title: 'theirs' }, other);
  expect((await list('limit=200')).items.map(({ id }) => id)).toContain(mine.id);
  expect((await list('limit=200')).items.map(({ id }) => id)).not.toContain(theirs.id);
  const all = (await list('limit=200', boss)).items.map(({ id }) => id);
  expect(all).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  expect(code(await one(theirs.id))).toEqual([404, 'streaming/ad-video-not-found']);
  expect(code(await patch(theirs.id, { active: false }))).toEqual([404, 'streaming/ad-video-not-found']);
  expect((await one(theirs.id, other)).json).toMatchObject({ active: true });
});

test('a change changes what was sent, once in the audit log, and changing nothing leaves no trace', async () => {
  const made = await create();
  const changed = await patch(made.id, { active: false, title: made.title });
  expect(changed).toMatchObject({ status: 200, json: { ...made, active: false } });
  await patch(made.id, { active: false });
  const { rows } = await db().$client.query(
    `select action, before ->> 'active' as was, after ->> 'active' as is from audit_log
     where subject_kind = 'ad-video' and subject_id = $1 order by id`,
    [String(made.id)],
  );
  expect(rows.slice(1)).toEqual([{ action: 'ad-video.changed', was: 'true', is: 'false' }]);
});

test('refuses what cannot be an ad video, each field with its reason', async () => {
  const fields = async (over: object) =>
    ((await post(wanted(over), nara)).json as { errors: { pointer: string }[] }).errors.map((field) => field.pointer);
  expect(await fields({ title: ' ' })).toEqual(['/title']);
  expect(await fields({ durationSeconds: 0 })).toEqual(['/durationSeconds']);
  expect(await fields({ url: 'http://cdn.example/a.mp4' })).toEqual(['/url']);
  const gone = `/assets/${'0'.repeat(32)}.mp4`;
  expect(code(await post(wanted({ url: gone }), nara))).toEqual([422, 'streaming/unknown-file']);
  expect(code(await post(wanted({ ownerId: 999 }), nara))).toEqual([422, 'ads/owner-not-yours']);
});

test('needs the scope: a member has none, and a key that reads may not write', async () => {
  expect((await post(wanted(), bora)).status).toBe(403);
  expect((await post(wanted(), reader)).status).toBe(403);
  expect((await sendFile(mp4(100), bora)).status).toBe(403);
  expect((await call(GET, { path: '/api/v1/ad-videos', headers: {} })).status).toBe(401);
  expect((await list('', reader)).items.length).toBeGreaterThan(0);
});

test('pages hold each ad video once, and a search finds a part of the title', async () => {
  for (let i = 0; i < 5; i++) await create({ title: `쪽 ${i}` });
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: AdVideoList = await list(`limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect((await list(`search=${encodeURIComponent('쪽 3')}`)).items).toHaveLength(1);
  expect(code(await call(GET, { path: '/api/v1/ad-videos?cursor=x', headers: nara ?? {} }))[0]).toBe(422);
});

const storages: [string, () => Record<string, string>][] = [
  ['the disk', () => ({})],
  [
    'a bucket',
    () => ({
      ASSET_S3_BUCKET: s3.bucket.name,
      ASSET_S3_ENDPOINT: s3.bucket.at.origin,
      ASSET_S3_ACCESS_KEY_ID: s3.bucket.accessKeyId,
      ASSET_S3_SECRET_ACCESS_KEY: s3.bucket.secretAccessKey,
    }),
  ],
];

test.each(storages)('a video uploaded to %s plays as it came, in parts, and is kept for ever', async (_, settings) => {
  Object.assign(process.env, settings());
  resetEnv();
  const bytes = mp4(9_000_000);
  const { status, json } = await sendFile(bytes);
  expect([status, json.bytes]).toEqual([201, 9_000_000]);
  expect((await sendFile(bytes)).json.key).toBe(json.key);
  expect(await create({ url: json.url })).toMatchObject({ url: json.url, uploaded: true });
  const whole = await play(json.key);
  expect(whole.headers.get('content-type')).toBe('video/mp4');
  expect(whole.headers.get('cache-control')).toContain('immutable');
  expect(Buffer.compare(Buffer.from(await whole.arrayBuffer()), Buffer.from(bytes))).toBe(0);
  const played = [];
  for (let start = 0; start < bytes.length; ) {
    const part = await play(json.key, { range: `bytes=${start}-` });
    expect(part.status).toBe(206);
    const body = Buffer.from(await part.arrayBuffer());
    expect(part.headers.get('content-range')).toBe(`bytes ${start}-${start + body.length - 1}/9000000`);
    played.push(body);
    start += body.length;
  }
  expect(played.length).toBe(3);
  expect(Buffer.compare(Buffer.concat(played), Buffer.from(bytes))).toBe(0);
  const last = await play(json.key, { range: 'bytes=-10' });
  expect(Buffer.compare(Buffer.from(await last.arrayBuffer()), Buffer.from(bytes.subarray(-10)))).toBe(0);
  expect((await play(json.key, { range: 'bytes=9000000-' })).status).toBe(416);
  expect((await play(json.key, { 'if-none-match': `"${json.key}"` })).status).toBe(304);
  for (const name of Object.keys(settings())) delete process.env[name];
  resetEnv();
});

test('a file is a video by its bytes, and not too large', async () => {
  expect(code(await sendFile(Buffer.from('<html>no</html>')))).toEqual([422, 'assets/not-a-video']);
  expect(code(await sendFile(new Uint8Array()))).toEqual([422, 'assets/video-missing']);
  process.env.AD_VIDEO_MAX_MEBIBYTES = '1';
  resetEnv();
  expect(code(await sendFile(mp4(1024 * 1024)))[0]).toBe(201);
  expect(code(await sendFile(mp4(1024 * 1024 + 1)))).toEqual([413, 'assets/video-too-large']);
  delete process.env.AD_VIDEO_MAX_MEBIBYTES;
  resetEnv();
});
