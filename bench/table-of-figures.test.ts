import { expect, test } from 'vitest';
import { tableOfFigures } from './table-of-figures';

const machine = { cpu: 'a processor', cores: 2, memoryGiB: 8, node: 'v24', load: 0.1 };
const run = { date: '2026-11-22', commit: 'abc1234', scale: 0.05, machine };
const linesOf = (outcome: Parameters<typeof tableOfFigures>[0]['outcomes'][number]) =>
  tableOfFigures({ ...run, outcomes: [outcome] }).split('\n');

test('a figure stands beside its bar, held or missed', () => {
  const lines = linesOf({ name: 'lane', took: '9 s', figures: { lanePerSecond: 9000, laneToNext: 7.9 } });
  expect(lines).toContain('| lane | Fast lane, without IO | 9,000 requests/s |  |  |');
  expect(lines).toContain('| lane | Fast lane to Next | 7.9 times | at least 8 | **missed** |');
  expect(lines).toContain('| lane | The same handler under Next | missing |  |  |');
  const held = linesOf({ name: 'daily', took: '9 s', figures: { refreshAfter10000: { medianMilliseconds: 1000 } } });
  expect(held).toContain('| daily | Refresh after 10,000 events | 1,000 ms | at most 1,000 | held |');
});

test('one that did not end is said, and spoils nothing of the others', () => {
  const outcomes = [
    { name: 'settle', took: '600 s', error: 'see what it said' },
    { name: 'lane', took: '9 s', figures: { laneToNext: 8 } },
  ];
  const text = tableOfFigures({ ...run, outcomes });
  expect(text).toContain('| settle | did not end |  |  | see what it said |');
  expect(text).toContain('at least 8 | held |');
  expect(text).toContain('Time taken: settle 600 s, lane 9 s.');
});
