import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { AssetStorage } from './asset-storage';
import { type Bucket, bucketStorage } from './bucket-storage';
import { diskStorage } from './disk-storage';
import { startS3 } from './testing/s3-server';

let folder = '';
let s3: Awaited<ReturnType<typeof startS3>>;
const storages = new Map<string, AssetStorage>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-pictures-'));
  s3 = await startS3();
  storages.set('disk', diskStorage(join(folder, 'assets'))).set('bucket', bucketStorage(s3.bucket));
});

afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const storageOf = (name: string): AssetStorage => {
  const storage = storages.get(name);
  if (!storage) throw new Error(`no storage ${name}`);
  return storage;
};
let made = 0;
const newKey = () => `${(made++).toString(16).padStart(32, '0')}.webp`;
const bytesOf = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 31) % 256);

const kinds = [['disk'], ['bucket']];

test.each(kinds)('%s: what was put is got, byte for byte, and stays when it is put again', async (name) => {
  const storage = storageOf(name);
  expect(storage.kind).toBe(name);
  const key = newKey();
  for (const _ of [1, 2]) {
    await storage.put(key, bytesOf(3_000_000));
    expect(Buffer.compare((await storage.get(key)) ?? new Uint8Array(), bytesOf(3_000_000))).toBe(0);
  }
});

test.each(kinds)('%s: a key that was never put is null', async (name) => {
  expect(await storageOf(name).get(newKey())).toBeNull();
});

test.each(kinds)('%s: many puts of one key at once end in one whole object', async (name) => {
  const storage = storageOf(name);
  const key = newKey();
  await Promise.all(Array.from({ length: 12 }, () => storage.put(key, bytesOf(500_000))));
  expect((await storage.get(key))?.byteLength).toBe(500_000);
});

test('disk: who reads while it is written gets all of it or nothing', async () => {
  const storage = storageOf('disk');
  const key = newKey();
  const sizes = new Set<number>();
  let writing = true;
  const written = storage.put(key, bytesOf(4_000_000)).finally(() => {
    writing = false;
  });
  while (writing) sizes.add((await storage.get(key))?.byteLength ?? 0);
  await written;
  expect([...sizes].filter((size) => size !== 0 && size !== 4_000_000)).toEqual([]);
});

test('disk: nothing unfinished stays behind', async () => {
  const names = await readdir(join(folder, 'assets'), { recursive: true });
  expect(names.length).toBeGreaterThan(3);
  expect(names.filter((name) => name.endsWith('.new'))).toEqual([]);
});

test('disk: a folder that cannot be made is a refusal, and the log says why', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  const file = join(folder, 'a-file');
  await writeFile(file, '');
  await expect(diskStorage(file).put(newKey(), bytesOf(9))).rejects.toMatchObject({ code: 'assets/storage-away' });
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('the disk refused'));
});

test('bucket: what others serve from it is WebP to be kept for ever', async () => {
  const key = newKey();
  await storageOf('bucket').put(key, bytesOf(9));
  const answer = await fetch(`${s3.bucket.at.origin}/${s3.bucket.name}/${key}`);
  expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    'image/webp',
    'public, max-age=31536000, immutable',
  ]);
});

const wrong: [string, (bucket: Bucket) => Bucket, string][] = [
  ['a wrong secret', (bucket) => ({ ...bucket, secretAccessKey: 'wrong' }), '403, SignatureDoesNotMatch'],
  ['an unknown key', (bucket) => ({ ...bucket, accessKeyId: 'wrong' }), '403, InvalidAccessKeyId'],
  ['a bucket that is not there', (bucket) => ({ ...bucket, name: 'nowhere' }), '404, NoSuchBucket'],
  ['nobody at the address', (bucket) => ({ ...bucket, at: new URL('http://127.0.0.1:1') }), 'fetch failed'],
];

test.each(wrong)(
  'bucket: %s is a refusal of both, never a missing picture, and the log says why',
  async (_, change, why) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const storage = bucketStorage(change(s3.bucket));
    await expect(storage.put(newKey(), bytesOf(9))).rejects.toMatchObject({ code: 'assets/storage-away' });
    await expect(storage.get(newKey())).rejects.toMatchObject({ code: 'assets/storage-away' });
    expect(warn.mock.calls.map(([line]) => line)).toEqual([expect.stringContaining(why), expect.stringContaining(why)]);
    expect(String(warn.mock.calls)).not.toContain('Signature=');
  },
);

/** Sees what is asked, and answers 503 so many times first. */
async function flaky(failures: number): Promise<{ server: Server; at: URL; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => response.writeHead(asked.length > failures ? 200 : 503).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, asked, at: new URL(`http://localhost:${typeof address === 'object' ? address?.port : 0}`) };
}

test('bucket: one that is busy for a moment is asked again', async () => {
  const { server, at, asked } = await flaky(2);
  await bucketStorage({ ...s3.bucket, at }).put('k.webp', bytesOf(9));
  expect(asked).toEqual(Array(3).fill('PUT /pictures/k.webp'));
  server.close();
});
