import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/assets/[key]/route';
import { makeUser, signedIn } from '@/db/builders/people';
import { assetKeyIn } from '@/lib/assets/asset-key-in';
import { findAsset } from '@/lib/assets/find-asset';
import { Asset, MAX_PICTURE_BYTES } from '@/lib/assets/schema';
import { colourAt, drawPicture } from '@/lib/assets/testing/draw-picture';
import { startS3 } from '@/lib/assets/testing/s3-server';
import { bearer } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { POST } from './route';

let folder = '';
let s3: Awaited<ReturnType<typeof startS3>>;
let writer: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-pictures-'));
  s3 = await startS3();
  writer = { authorization: (await bearer(['ads:write'])).authorization };
});

afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(() => set({}));
afterEach(() => vi.unstubAllEnvs());

/** Settings for one test, on top of a disk of its own. */
function set(settings: Record<string, string>): void {
  for (const [name, value] of Object.entries({ BOXOFFICE_DATA_DIR: folder, ...settings })) vi.stubEnv(name, value);
  resetEnv();
}

const inBucket = (): Record<string, string> => ({
  ASSET_S3_BUCKET: s3.bucket.name,
  ASSET_S3_ENDPOINT: s3.bucket.at.origin,
  ASSET_S3_ACCESS_KEY_ID: s3.bucket.accessKeyId,
  ASSET_S3_SECRET_ACCESS_KEY: s3.bucket.secretAccessKey,
});

const storages: [string, () => Record<string, string>][] = [
  ['the disk', () => ({})],
  ['a bucket', inBucket],
];

async function upload(body: BodyInit, headers: Record<string, string> = {}, as = writer) {
  const init = { method: 'POST', body, headers: { ...as, ...headers }, duplex: 'half' };
  const answer = await POST(new Request('http://boxoffice.test/api/v1/assets', init));
  return { status: answer.status, json: await answer.json() };
}

const show = (key: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://boxoffice.test/assets/${key}`, { headers }), { params: Promise.resolve({ key }) });

const jpeg = async (seed: number) => Buffer.from(await drawPicture(300, 200, seed).jpeg().toBuffer());
const formOf = (picture: BlobPart, field = 'file', name = 'my picture.jpg') => {
  const form = new FormData();
  form.set(field, new File([picture], name, { type: 'image/jpeg' }));
  return form;
};

const textForm = () => {
  const form = new FormData();
  form.set('file', 'holiday.jpg');
  return form;
};
const countRows = async () => (await db().$client.query('select count(*)::int as n from assets')).rows[0].n;

test.each(storages)('a picture is uploaded to %s, served from it and kept for ever', async (name, settings) => {
  set(settings());
  const { status, json } = await upload(await jpeg(name.length), { 'content-type': 'image/jpeg' });
  const asset = Asset.parse(json);
  expect(status).toBe(201);
  expect(asset).toMatchObject({ url: `/assets/${asset.key}`, width: 300, height: 200 });

  const answer = await show(asset.key);
  const bytes = await answer.bytes();
  expect([answer.status, bytes.byteLength]).toEqual([200, asset.bytes]);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'content-length': String(asset.bytes),
    'cache-control': 'public, max-age=31536000, immutable',
    etag: `"${asset.key}"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect([await colourAt(bytes, 0.2, 0.5), await colourAt(bytes, 0.8, 0.5)]).toEqual(['red', 'blue']);
});

test.each(storages)('the same picture twenty times at once, into %s, is one picture', async (name, settings) => {
  set(settings());
  const picture = await jpeg(100 + name.length);
  const answers = await Promise.all(Array.from({ length: 20 }, () => upload(picture)));
  expect(new Set(answers.map(({ status, json }) => `${status} ${JSON.stringify(json)}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(201);
  const { key } = Asset.parse(answers[0]?.json);
  const { rows } = await db().$client.query('select count(*)::int as n from assets where key = $1', [key]);
  expect(rows).toEqual([{ n: 1 }]);
  if (name === 'the disk') {
    const files = await readdir(join(folder, 'assets'), { recursive: true });
    expect(files.filter((file) => file.includes(key.slice(0, 32)))).toEqual([join(key.slice(0, 2), key)]);
  }
});

test('a form brings the picture in its field `file`', async () => {
  const picture = await jpeg(3);
  const inForm = await upload(formOf(picture));
  expect(inForm).toEqual({ ...(await upload(picture)), status: 201 });
});

test.each([
  ['another field', () => formOf(new Uint8Array([1]), 'picture')],
  ['an empty file', () => formOf(new Uint8Array())],
  ['a text in the field', () => textForm()],
])('refuses a form with %s and names the remedy', async (_, form) => {
  const { status, json } = await upload(form());
  expect(json).toMatchObject({ code: 'assets/file-missing', errors: [{ pointer: '/file' }] });
  expect([status, json.detail]).toEqual([422, expect.stringContaining('in its field `file`')]);
});

test('refuses a form that breaks off', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const { json } = await upload('--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc', headers);
  expect(json).toMatchObject({ status: 422, code: 'assets/file-missing' });
});

test.each([
  ['image/jpeg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['image/png', '<!doctype html><html></html>'],
  ['image/svg+xml', '<?xml version="1.0"?><svg/>'],
])('refuses what is called %s and is no picture', async (type, body) => {
  const plain = await upload(body, { 'content-type': type });
  expect(plain).toMatchObject({ status: 422, json: { code: 'assets/not-a-picture', errors: [{ pointer: '/file' }] } });
  const form = await upload(formOf(body, 'file', 'holiday.jpg'));
  expect(form).toMatchObject({ status: 422, json: { code: 'assets/not-a-picture' } });
});

test('5 MiB are taken to be looked at, one byte more is 413', async () => {
  const full = Buffer.alloc(MAX_PICTURE_BYTES);
  expect((await upload(full)).json).toMatchObject({ code: 'assets/not-a-picture' });
  expect((await upload(formOf(full))).json).toMatchObject({ code: 'assets/not-a-picture' });
  const more = Buffer.alloc(MAX_PICTURE_BYTES + 1);
  for (const answer of [await upload(more), await upload(formOf(more))])
    expect(answer).toMatchObject({ status: 413, json: { code: 'assets/too-large' } });
});

test('a body without an end is read up to the limit and no further', async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  expect((await upload(endless)).status).toBe(413);
  expect(sent).toBeLessThan(MAX_PICTURE_BYTES + 10 * 65_536);
});

test('a key needs the scope, a person the role, and a page has to be ours', async () => {
  const picture = await jpeg(4);
  expect((await upload(picture, {}, { authorization: (await bearer(['ads:read'])).authorization })).status).toBe(403);
  expect((await upload(picture, {}, {})).status).toBe(401);
  const people = { advertiser: 201, member: 403 } as const;
  for (const [role, status] of Object.entries(people)) {
    const user = await makeUser(db(), { email: `${role}@example.com`, roles: role === 'member' ? [] : ['advertiser'] });
    const headers = await signedIn(db(), user.id);
    expect([role, (await upload(picture, {}, headers)).status]).toEqual([role, status]);
    const elsewhere = { ...headers, 'sec-fetch-site': 'cross-site' };
    expect((await upload(picture, {}, elsewhere)).status).toBe(403);
  }
});

test('the uploader is written down, the first one of a picture', async () => {
  const user = await makeUser(db(), { email: 'ann@example.com', roles: ['advertiser'] });
  const { json } = await upload(await jpeg(5), {}, await signedIn(db(), user.id));
  await upload(await jpeg(5));
  const { rows } = await db().$client.query('select uploader_kind, uploader_id::int from assets where key = $1', [
    json.key,
  ]);
  expect(rows).toEqual([{ uploader_kind: 'user', uploader_id: user.id }]);
});

test.each([
  '0123456789abcdef0123456789abcdef.webp',
  '../settings.json',
  '..%2Fsettings.json',
  '0123456789abcdef0123456789abcdef.webp/../../settings.json',
  '0123456789ABCDEF0123456789ABCDEF.webp',
  '0123456789abcdef0123456789abcdef.svg',
  '0123456789abcdef0123456789abcdef.webp\n',
  'x\0',
  '',
])('answers 404 for the key %j, which is not cached', async (key) => {
  const answer = await GET(new Request('http://boxoffice.test/assets/x'), { params: Promise.resolve({ key }) });
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
  expect(await answer.json()).toMatchObject({ code: 'assets/not-found' });
  expect(await findAsset(key)).toBeNull();
});

test('who has the picture is not sent it again', async () => {
  const { json } = await upload(await jpeg(6));
  for (const tags of [`"${json.key}"`, `"other", W/"${json.key}"`, '*']) {
    const answer = await show(json.key, { 'if-none-match': tags });
    expect([answer.status, await answer.text()]).toEqual([304, '']);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  }
  expect((await show(json.key, { 'if-none-match': '"other"' })).status).toBe(200);
});

test.each(['https://cdn.example.com/pictures', 'https://cdn.example.com/pictures/'])(
  'with ASSET_BASE_URL %s the address is there, and means the same picture',
  async (base) => {
    const before = await upload(await jpeg(7));
    set({ ASSET_BASE_URL: base });
    const { json } = await upload(await jpeg(7));
    expect(json.url).toBe(`https://cdn.example.com/pictures/${json.key}`);
    expect([assetKeyIn(json.url), assetKeyIn(before.json.url)]).toEqual([json.key, json.key]);
    expect(await findAsset(json.key)).toEqual(json);
    for (const other of [`https://evil.example/${json.key}`, `${json.url}?x`, 'https://cdn.example.com/pictures/', ''])
      expect(assetKeyIn(other)).toBeNull();
  },
);

test('a picture that another host keeps is missing here, and the log tells what to set', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const { json } = await upload(await jpeg(8));
  set({ BOXOFFICE_DATA_DIR: join(folder, 'elsewhere') });
  expect((await show(json.key)).status).toBe(404);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('Set ASSET_S3_BUCKET'));
  await upload(await jpeg(8));
  expect((await show(json.key)).status, 'uploaded here as well').toBe(200);
});

test('a bucket that is away is 503 with Retry-After, for both doors, and leaves no row', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  set(inBucket());
  const { json } = await upload(await jpeg(9));
  set({ ...inBucket(), ASSET_S3_SECRET_ACCESS_KEY: 'wrong' });
  const answer = await show(json.key);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  const rows = await countRows();
  const refused = await upload(await jpeg(10));
  expect(refused).toMatchObject({ status: 503, json: { code: 'assets/storage-away' } });
  expect(JSON.stringify(refused.json)).not.toMatch(/127\.0\.0\.1|S3RVER/);
  // Each of the two is told by the store, and as a request that failed.
  expect(warn).toHaveBeenCalledTimes(4);
  expect(await countRows()).toBe(rows);
});

test('where the disk is not kept and no bucket is set, uploading says what to set', async () => {
  set({ VERCEL: '1' });
  const { status, json } = await upload(await jpeg(11));
  expect([status, json.code, json.detail]).toEqual([
    503,
    'assets/no-storage',
    expect.stringContaining('ASSET_S3_BUCKET'),
  ]);
});

test('a large photograph gets smaller', async () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 10 };
  const create = { width: 2400, height: 1200, channels: 3 as const, background: 'white', noise };
  const photograph = await sharp({ create }).jpeg({ quality: 95 }).toBuffer();
  const { json } = await upload(Buffer.from(photograph));
  expect(json).toMatchObject({ width: 1600, height: 800 });
  expect(json.bytes).toBeLessThan(photograph.length / 2);
});
