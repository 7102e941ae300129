import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { DomainError } from '@/lib/kernel/error';
import { encodePicture } from './encode-picture';
import { MAX_PICTURE_BYTES } from './schema';
import { colourAt, drawPicture } from './testing/draw-picture';

const refusalOf = async (bytes: Uint8Array): Promise<DomainError> => {
  const error = await encodePicture(bytes).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DomainError) return error;
  throw new Error(`expected a refusal, got ${error}`);
};

test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('takes %s and makes it WebP', async (format) => {
  const encoded = await encodePicture(await drawPicture(300, 200).toFormat(format).toBuffer());
  expect(encoded).toMatchObject({ width: 300, height: 200 });
  expect(await sharp(encoded.bytes).metadata()).toMatchObject({ format: 'webp', width: 300, height: 200 });
  expect([await colourAt(encoded.bytes, 0.2, 0.5), await colourAt(encoded.bytes, 0.8, 0.5)]).toEqual(['red', 'blue']);
});

test.each(['jpeg', 'png', 'webp', 'avif', 'gif'] as const)('refuses half a %s as unreadable', async (format) => {
  const whole = await drawPicture(300, 200).toFormat(format).toBuffer();
  for (const part of [0.1, 0.5, 0.9]) {
    const refusal = await refusalOf(whole.subarray(0, Math.floor(whole.length * part)));
    expect([part, refusal.code]).toEqual([part, 'assets/unreadable']);
    expect(refusal.fields).toEqual([{ pointer: '/file', message: expect.stringContaining('damaged or not complete') }]);
  }
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const zip = deflateRawSync(Buffer.from('nothing'));
const others: [string, Uint8Array, string][] = [
  ['an SVG', Buffer.from(svg), 'no known picture'],
  ['an SVG with its XML line', Buffer.from(`<?xml version="1.0"?>${svg}`), 'application/xml'],
  ['a page', Buffer.from('<!doctype html><html><body>hello</body></html>'), 'no known picture'],
  ['a zip', Buffer.concat([Buffer.from('PK\x03\x04\x14\0\0\0\x08\0'), Buffer.alloc(16), zip]), 'application/zip'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf'],
  ['a text', Buffer.from('JFIF GIF89 PNG WEBP'), 'no known picture'],
  ['one byte', Buffer.from([0xff]), 'no known picture'],
];

test.each(others)('refuses %s by its bytes, whatever it is called', async (_, bytes, found) => {
  const refusal = await refusalOf(bytes);
  expect([refusal.code, refusal.kind]).toEqual(['assets/not-a-picture', 'invalid']);
  expect(refusal.detail).toContain(found);
  expect(refusal.detail).toContain('Send a JPEG, PNG, WebP, AVIF or GIF');
});

test('refuses a kind of picture that browsers do not show', async () => {
  expect((await refusalOf(await drawPicture(9, 9).tiff().toBuffer())).detail).toContain('image/tiff');
});

test('refuses a script behind the first bytes of a GIF', async () => {
  expect((await refusalOf(Buffer.from('GIF89a/*<svg onload=alert(1)>*/=1;'))).code).toBe('assets/unreadable');
});

test('what is hidden behind a picture does not come along', async () => {
  const picture = await drawPicture(40, 40).jpeg().toBuffer();
  const { bytes } = await encodePicture(Buffer.concat([picture, Buffer.from('<script>alert(1)</script>')]));
  expect(Buffer.from(bytes).includes('script')).toBe(false);
});

test('refuses a decompression bomb by its header, before unpacking it', async () => {
  const side = 12_000;
  const bomb = await sharp({ create: { width: side, height: side, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(bomb.length).toBeLessThan(MAX_PICTURE_BYTES);
  const refusal = await refusalOf(bomb);
  expect([refusal.code, refusal.detail.includes('12000 × 12000')]).toEqual(['assets/too-many-pixels', true]);
});

test('an AVIF, which takes more memory than the others, may have 16 million pixels', async () => {
  const grey = sharp({ create: { width: 4001, height: 4000, channels: 3, background: 'grey' } });
  expect((await refusalOf(await grey.clone().avif({ effort: 0 }).toBuffer())).detail).toContain('at most 16 million');
  expect(await encodePicture(await grey.clone().webp({ effort: 0 }).toBuffer())).toMatchObject({ width: 1600 });
});

test('a header that lies about its size is no way around', async () => {
  const png = Buffer.from(await drawPicture(200, 200).png().toBuffer());
  png.writeUInt32BE(100_000, 16);
  expect(['assets/too-many-pixels', 'assets/unreadable']).toContain((await refusalOf(png)).code);
});

test('metadata is left behind: camera, place, colour profile', async () => {
  const exif = { IFD0: { Artist: 'Hong Gildong' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1' } };
  const picture = await drawPicture(90, 60).withMetadata().withExif(exif).jpeg().toBuffer();
  expect(picture.includes('Hong Gildong')).toBe(true);
  const { bytes } = await encodePicture(picture);
  const { exif: kept, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
  expect([kept, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(Buffer.from(bytes).includes('Hong Gildong')).toBe(false);
});

test('a picture that its camera held sideways is turned upright', async () => {
  const encoded = await encodePicture(await drawPicture(90, 60).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  expect(encoded).toMatchObject({ width: 60, height: 90 });
  expect([await colourAt(encoded.bytes, 0.5, 0.2), await colourAt(encoded.bytes, 0.5, 0.8)]).toEqual(['red', 'blue']);
});

test.each([
  [3200, 1000, 1600, 500],
  [1601, 10, 1600, 10],
  [1600, 900, 1600, 900],
  [20, 10, 20, 10],
  [100, 20_000, 82, 16_383],
])('%i × %i becomes %i × %i: never cropped, never enlarged', async (width, height, newWidth, newHeight) => {
  const encoded = await encodePicture(await drawPicture(width, height).png().toBuffer());
  expect([encoded.width, encoded.height]).toEqual([newWidth, newHeight]);
  expect([await colourAt(encoded.bytes, 0.02, 0.98), await colourAt(encoded.bytes, 0.98, 0.02)]).toEqual([
    'red',
    'blue',
  ]);
});

test('of an animation the first picture stays', async () => {
  const frames = Buffer.concat([Buffer.alloc(30_000, 10), Buffer.alloc(30_000, 250)]);
  const raw = { width: 100, height: 200, channels: 3 as const, pageHeight: 100 };
  const gif = await sharp(frames, { raw }).gif().toBuffer();
  expect((await sharp(gif).metadata()).pages).toBe(2);
  const encoded = await encodePicture(gif);
  expect(encoded).toMatchObject({ width: 100, height: 100 });
  expect(await sharp(encoded.bytes).metadata()).not.toHaveProperty('pages');
  const { channels } = await sharp(encoded.bytes).stats();
  expect(channels[0]?.mean).toBeLessThan(30);
});

test('what is seen through stays so', async () => {
  const clear = { width: 8, height: 8, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } };
  const { bytes } = await encodePicture(await sharp({ create: clear }).png().toBuffer());
  expect((await sharp(bytes).stats()).isOpaque).toBe(false);
});

test('the same picture gives the same bytes, another one others', async () => {
  const first = await drawPicture(120, 80).jpeg().toBuffer();
  const told = await drawPicture(120, 80)
    .withExif({ IFD0: { Artist: 'Kim' } })
    .jpeg()
    .toBuffer();
  const all = await Promise.all(
    [first, first, told, await drawPicture(120, 80, 90).jpeg().toBuffer()].map(encodePicture),
  );
  const [one, two, three, other] = all.map(({ bytes }) => Buffer.from(bytes).toString('base64'));
  expect(two).toBe(one);
  expect(three, 'only its metadata differs').toBe(one);
  expect(other).not.toBe(one);
});
