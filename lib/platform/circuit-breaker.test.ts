import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CircuitBreaker } from './circuit-breaker';

let asked = 0;
let answer: () => Promise<string>;
let circuit: CircuitBreaker;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  asked = 0;
  circuit = new CircuitBreaker({ name: 'It', failuresToOpen: 3, openMilliseconds: 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const ask = () =>
  circuit
    .run(
      () => {
        asked += 1;
        return answer();
      },
      (error) => error !== REFUSED,
    )
    .catch((error: Error) => error.message);
const REFUSED = new Error('refused');
const works = async () => 'done';
const fails = async () => {
  throw new Error('broken');
};
const refuses = async () => {
  throw REFUSED;
};

async function open(): Promise<void> {
  answer = fails;
  for (let n = 0; n < 3; n++) await ask();
  asked = 0;
}

test('after three failures in a row nobody asks for a second', async () => {
  await open();
  answer = works;
  expect(await ask()).toBe('It is not asked for a moment: broken');
  vi.advanceTimersByTime(999);
  expect(await ask()).toContain('not asked');
  expect(asked).toBe(0);
});

test('a success between failures, or a refusal, keeps it asking', async () => {
  for (const between of [works, refuses]) {
    answer = fails;
    await ask();
    await ask();
    answer = between;
    await ask();
  }
  answer = fails;
  await ask();
  await ask();
  expect(await ask()).toBe('broken');
});

test('then one asks for all; when it works everybody asks again', async () => {
  await open();
  vi.advanceTimersByTime(1000);
  let finish: (text: string) => void = () => {};
  answer = () => new Promise((resolve) => (finish = resolve));
  const trial = ask();
  expect(await ask()).toContain('not asked');
  expect(asked).toBe(1);
  finish('done');
  expect(await trial).toBe('done');
  answer = works;
  expect(await ask()).toBe('done');
});

test('when it does not work, it is left alone for another second', async () => {
  await open();
  vi.advanceTimersByTime(1000);
  expect(await ask()).toBe('broken');
  expect(await ask()).toContain('not asked');
  vi.advanceTimersByTime(1000);
  answer = works;
  expect(await ask()).toBe('done');
});

test('a clock that is set back a day does not leave it alone for that long', async () => {
  await open();
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(1000);
  answer = works;
  expect(await ask()).toBe('done');
});
