import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Gathering, gather, Overloaded } from './gather';

type Go = { items: number[]; finish: (answers?: number[]) => void; fail: (error: unknown) => void };

/** A gatherer whose goes end when the test says so. */
function stage(bounds: Partial<Gathering<number, number>> = {}) {
  const goes: Go[] = [];
  const run = (items: number[]) =>
    new Promise<number[]>((resolve, reject) => {
      goes.push({ items, finish: (answers = items.map((n) => n * 10)) => resolve(answers), fail: reject });
    });
  const ask = gather<number, number>({
    run,
    sizeOf: () => 1,
    maxSize: 3,
    lanes: 1,
    maxWaiting: 10,
    maxWaitMilliseconds: 60_000,
    ...bounds,
  });
  const go = (index: number): Go => goes[index] ?? expect.fail(`no go ${index}`);
  return { ask, goes, go };
}

const settle = () => sleep(0);
const dataError = Object.assign(new Error('numeric value out of range'), { code: '22003' });

test('an idle lane takes an item at once and alone', () => {
  const { ask, go } = stage();
  void ask(1);
  expect(go(0).items).toEqual([1]);
});

test('who comes meanwhile shares the next go, up to its size, and each gets its own answer', async () => {
  const { ask, go, goes } = stage();
  const answers = [1, 2, 3, 4, 5].map((n) => ask(n));
  expect(goes).toHaveLength(1);
  go(0).finish();
  await settle();
  expect(go(1).items).toEqual([2, 3, 4]);
  go(1).finish();
  await settle();
  expect(go(2).items).toEqual([5]);
  go(2).finish();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

test('as many goes as lanes are under way at once', () => {
  const { ask, goes } = stage({ lanes: 2 });
  for (const n of [1, 2, 3]) void ask(n);
  expect(goes.map((one) => one.items)).toEqual([[1], [2]]);
});

test('with little waiting a lane beside a busy one stays closed, and what it would have taken shares the next go', async () => {
  const { ask, go, goes } = stage({ lanes: 2, worthALane: 3 });
  const answers = [1, 2, 3].map((n) => ask(n));
  expect(goes.map((one) => one.items)).toEqual([[1]]);
  answers.push(ask(4), ask(5));
  expect(goes.map((one) => one.items)).toEqual([[1], [2, 3, 4]]);
  go(1).finish();
  await settle();
  expect(goes).toHaveLength(2);
  go(0).finish();
  await settle();
  expect(go(2).items).toEqual([5]);
  go(2).finish();
  expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50]);
});

test('an item larger than a go goes alone', async () => {
  const { ask, go } = stage({ sizeOf: (n) => n, maxWaiting: 1000 });
  for (const n of [1, 50, 2]) void ask(n);
  go(0).finish();
  await settle();
  expect(go(1).items).toEqual([50]);
});

test('bad data of one item spoils nothing of the others', async () => {
  const { ask, go } = stage();
  const answers = Promise.allSettled([1, 2, 3].map((n) => ask(n)));
  go(0).finish();
  await settle();
  go(1).fail(dataError);
  await settle();
  expect(go(2).items).toEqual([2]);
  go(2).fail(dataError);
  await settle();
  expect(go(3).items).toEqual([3]);
  go(3).finish();
  expect(await answers).toMatchObject([{ value: 10 }, { reason: dataError }, { value: 30 }]);
});

test('what fails for another reason fails for all of the go and is not tried again', async () => {
  const { ask, go, goes } = stage();
  const answers = Promise.allSettled([1, 2, 3].map((n) => ask(n)));
  go(0).finish();
  await settle();
  go(1).fail(new Error('the connection is gone'));
  expect((await answers).map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  expect(goes).toHaveLength(2);
  void ask(4);
  expect(go(2).items).toEqual([4]);
});

test('past its bound nobody else may wait', async () => {
  const { ask } = stage({ maxWaiting: 2 });
  for (const n of [1, 2, 3]) void ask(n);
  await expect(ask(4)).rejects.toBeInstanceOf(Overloaded);
});

test('who has waited too long is sent away and not served', async () => {
  const { ask, go, goes } = stage({ maxWaitMilliseconds: 20 });
  void ask(1);
  const late = ask(2);
  await sleep(40);
  go(0).finish();
  await expect(late).rejects.toBeInstanceOf(Overloaded);
  expect(goes).toHaveLength(1);
});

test('whatever the sizes and lanes, each item is done once and answered with its own result', async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      async (items, lanes, worthALane) => {
        const done: number[] = [];
        const ask = gather<{ n: number; size: number }, number>({
          run: async (group) => {
            await settle();
            expect(group.length === 1 || group.reduce((sum, one) => sum + one.size, 0) <= 6).toBe(true);
            done.push(...group.map((one) => one.n));
            return group.map((one) => one.n * 10);
          },
          sizeOf: (one) => one.size,
          maxSize: 6,
          lanes,
          worthALane,
          maxWaiting: 1000,
          maxWaitMilliseconds: 60_000,
        });
        const answers = await Promise.all(items.map((size, n) => ask({ n, size })));
        expect(answers).toEqual(items.map((_, n) => n * 10));
        expect(done.sort((a, b) => a - b)).toEqual(items.map((_, n) => n));
      },
    ),
    { numRuns: 50 },
  );
});
