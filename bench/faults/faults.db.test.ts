import { expect, test } from 'vitest';
import { hasRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { clientFaults } from './client-faults';
import { clockFaults } from './clock-faults';
import { redisFaults } from './redis-faults';
import { type Row, shortcomings } from './trial';

// The quick ones of `npm run test:faults`, with a server process of their own.
const held = (rows: Row[]) => rows.map((row) => [row.fault, ...shortcomings(row)]);
const FEW = { requests: 12 };
const LONG = { timeout: 180_000 };

test.skipIf(!hasRedisServer())(
  'a Redis that stops or is slow costs nobody an answer, and nothing is lost or doubled',
  LONG,
  async () => {
    const rows = await redisFaults({ ...FEW, wanted: /stopped|slow/ });
    expect(held(rows)).toEqual([['Redis stopped'], ['Redis slow (2 s an answer)']]);
    for (const { degraded } of rows) expect(degraded, 'the health page says so').toContain('redis');
    expect(rows.flatMap(({ during }) => Object.keys(during)).sort()).toEqual(['201', '201', '202', '202']);
  },
);

test('a clock that jumps loses and doubles nothing, also when crons run by it', LONG, async () => {
  const rows = await clockFaults({ ...FEW, wanted: /hour back|day ahead/ });
  expect(held(rows)).toEqual([['Clock an hour back'], ['Clock a day ahead']]);
  expect(rows[0]?.during, 'events from the future are named').toHaveProperty('202 rejected');
});

test(
  'clients that send a byte a second are cut off, brackets are refused, and others are served meanwhile',
  LONG,
  async () => {
    const rows = await clientFaults({ ...FEW, wanted: /byte|brackets/ }, { PATIENCE_MILLISECONDS: '5000' });
    expect(held(rows)).toEqual([['50 clients that send a byte a second'], ['1 MiB of brackets']]);
  },
);
