import { expect, test } from 'vitest';
import { bodyOf, bytesOf, cutBatch, FLIGHT_BYTES } from './cut-batch';
import type { SdkEvent } from './event';

const event = (externalId: string): SdkEvent => ({ id: 'id', type: 'click', externalId, anonymousId: 'a', at: 'now' });
const many = (count: number, externalId: string) => Array.from({ length: count }, () => event(externalId));

test('a batch ends where it is full by count', () => {
  expect(cutBatch(many(30, 'a'), 20)).toHaveLength(20);
  expect(cutBatch(many(3, 'a'), 20)).toHaveLength(3);
  expect(cutBatch([], 20)).toEqual([]);
});

test('a batch stays below what a browser sends while a page leaves, in bytes and not in letters', () => {
  for (const letter of ['a', '가', '🎬']) {
    const events = many(500, letter.repeat(200));
    const batch = cutBatch(events, 500);
    expect(bytesOf(bodyOf(batch))).toBeLessThanOrEqual(FLIGHT_BYTES);
    expect(bytesOf(bodyOf(events.slice(0, batch.length + 1)))).toBeGreaterThan(FLIGHT_BYTES);
  }
});

test('one event always fits, or it would wait for ever', () => {
  expect(cutBatch(many(2, 'x'.repeat(FLIGHT_BYTES)), 500)).toHaveLength(1);
});
