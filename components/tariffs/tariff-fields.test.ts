import { expect, test } from 'vitest';
import { previewOf, tariffIn, textOf } from './tariff-fields';

const steps = [
  { from: 1, tenths: 10 },
  { from: 100_000, tenths: 11 },
];

test('what is typed comes back as the tariff that it began with', () => {
  const typed = { effectiveOn: '2027-01-01', ...textOf({ video: steps, ad: steps }) };
  expect(typed.video[1]).toEqual({ from: '100000', won: '1.1' });
  expect(tariffIn(typed)).toEqual({ effectiveOn: '2027-01-01', video: steps, ad: steps });
});

test.each([
  [{ from: '1', won: '1.15' }],
  [{ from: '1', won: '' }],
  [{ from: '2', won: '1' }],
  [{ from: 'x', won: '1' }],
  [{ from: '1', won: '-1' }],
])('%j is no first step', (step) => {
  expect(tariffIn({ effectiveOn: '2027-01-01', video: [step], ad: [{ from: '1', won: '10' }] })).toBeNull();
});

test('a thousands separator is read past', () => {
  const video = [{ from: '1', won: '1,000' }];
  expect(tariffIn({ effectiveOn: '2027-01-01', video, ad: video })?.video).toEqual([{ from: 1, tenths: 10_000 }]);
});

test('100,000 views are 99,999 at 1 won and one at 1.1', () => {
  expect(previewOf(steps)).toBe(1_000_001n);
});
