import { expect, test } from 'vitest';
import { videoResponse } from './video-response';

const MIB = 1024 * 1024;
const film = Uint8Array.from({ length: 9 * MIB + 5 }, (_, i) => i % 251);

/** Asks for the whole of a film of this announced length; `asked` are the sizes of the parts that were read for it. */
async function whole(announced: number) {
  const asked: number[] = [];
  const read = async ({ start, end } = { start: 0, end: announced - 1 }) => {
    asked.push(end - start + 1);
    return film.subarray(start, end + 1);
  };
  const stored = { key: `${'a'.repeat(64)}.mp4`, bytes: announced };
  return { asked, answer: await videoResponse(new Request('http://localhost/assets/a'), stored, read) };
}

test('a whole video is read part by part as its reader takes it, so that none is held in memory', async () => {
  const { asked, answer } = await whole(film.byteLength);
  expect(asked).toEqual([4 * MIB]);
  expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(film.byteLength)]);
  expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), film)).toBe(0);
  expect(asked).toEqual([4 * MIB, 4 * MIB, MIB + 5]);
});

test('a video whose file ends too early breaks its answer off instead of waiting for the rest', async () => {
  const { answer } = await whole(film.byteLength + 4 * MIB);
  await expect(answer.arrayBuffer()).rejects.toThrow();
});
