import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftSaver, type SavingState } from './draft-saver';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function saverOf(answers: ('ok' | 'no')[] = [], mayRetry = true) {
  const saved: string[] = [];
  const states: SavingState[] = [];
  const save = async (fields: string) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (answers.shift() === 'no') throw new Error('offline');
    saved.push(fields);
  };
  return {
    saved,
    states,
    saver: draftSaver<string>({ save, onState: (state) => states.push(state), mayRetry: () => mayRetry }),
  };
}

test('typing is saved once it rests, and only its last word', async () => {
  const { saver, saved, states } = saverOf();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(500);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(700);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(saved).toEqual(['ab']);
  expect(states).toEqual(['saving', 'saved']);
});

test('what is typed during a save is saved after it, never beside it', async () => {
  const { saver, saved, states } = saverOf();
  saver.change('a');
  await vi.advanceTimersByTimeAsync(850);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(2000);
  expect(saved).toEqual(['a', 'ab']);
  expect(states.at(-1)).toBe('saved');
});

test('a failed save is tried again with the latest words', async () => {
  const { saver, saved, states } = saverOf(['no']);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(1000);
  expect(states).toEqual(['saving', 'failed']);
  await vi.advanceTimersByTimeAsync(5200);
  expect(saved).toEqual(['a']);
  expect(states.at(-1)).toBe('saved');
});

test('flush saves at once, and stop forgets what waits', async () => {
  const { saver, saved } = saverOf();
  saver.change('a');
  const flushed = saver.flush();
  await vi.advanceTimersByTimeAsync(100);
  await flushed;
  expect(saved).toEqual(['a']);
  saver.change('b');
  await saver.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual(['a']);
});

test('stop waits for the save under way, and does not try a failed one again', async () => {
  const { saver, saved, states } = saverOf(['no']);
  saver.change('a');
  await vi.advanceTimersByTimeAsync(850);
  const stopped = saver.stop();
  await vi.advanceTimersByTimeAsync(100);
  await stopped;
  expect(states).toEqual(['saving', 'failed']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
});

test('what would be refused again waits for the next change', async () => {
  const { saver, saved, states } = saverOf(['no'], false);
  saver.change('too much');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toEqual(['saving', 'failed']);
  saver.change('less');
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual(['less']);
});
