import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { takePlaces } from '@/lib/ads/store';
import { percentile, round } from './statistics';

// The same transaction, one join each, from a bare script: no HTTP, no key, no limit, nobody shares a statement.
const [, , url = '', adsText = '1', connectionsText = '1', secondsText = '1'] = process.argv;
const ads = Number(adsText);
const pool = new pg.Pool({ connectionString: url, max: Number(connectionsText) });
const until = performance.now() + Number(secondsText) * 1000;
const took: number[] = [];

async function client(): Promise<void> {
  const connection = await pool.connect();
  while (performance.now() < until) {
    const adId = 1 + Math.floor(Math.random() * ads);
    const start = performance.now();
    const [taken] = await takePlaces(connection, [
      { adId, memberId: randomUUID(), joinedAt: new Date(), answer: null },
    ]);
    if (taken) took.push(performance.now() - start);
  }
  connection.release();
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(connectionsText) }, client));
const elapsed = (performance.now() - start) / 1000;
console.log(
  JSON.stringify({
    perSecond: round(took.length / elapsed, 1),
    p50Milliseconds: round(percentile(took, 50)),
    p99Milliseconds: round(percentile(took, 99)),
    failed: 0,
  }),
);
await pool.end();
