import { expect, test } from 'vitest';
import { inTurn } from './in-turn';

test('two at a time, first come first served, and one that fails makes room', async () => {
  let running = 0;
  let most = 0;
  const begun: number[] = [];
  const work = (i: number) => async () => {
    begun.push(i);
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    if (i % 3 === 0) throw new Error(`${i} failed`);
    return i;
  };
  const ends = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => inTurn(work(i))));
  expect([most, begun]).toEqual([2, Array.from({ length: 12 }, (_, i) => i)]);
  expect(ends.map(({ status }) => status === 'rejected')).toEqual(Array.from({ length: 12 }, (_, i) => i % 3 === 0));
  expect(await inTurn(async () => 'still open')).toBe('still open');
});

test('past 32 that wait nobody else may, since each holds its picture in memory', async () => {
  let finish = () => {};
  const end = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const all = Array.from({ length: 34 }, () => inTurn(() => end));
  await expect(inTurn(() => end)).rejects.toMatchObject({ code: '53400' });
  finish();
  await Promise.all(all);
  expect(await inTurn(async () => 'open again')).toBe('open again');
});
