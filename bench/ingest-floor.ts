import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { percentile, round } from './statistics';

// The least that storing events can cost: the rows and their indexes, one statement a batch, nothing judged or summed.
const [, , url = '', batchText = '1', connectionsText = '1', secondsText = '1'] = process.argv;
const batch = Number(batchText);
const pool = new pg.Pool({ connectionString: url, max: Number(connectionsText) });
const until = performance.now() + Number(secondsText) * 1000;
const took: number[] = [];
const upTo = (n: number) => Math.floor(Math.random() * n);

const INSERT = `insert into events (day, content_id, id, type, reason, viewer, at)
  select * from unnest($1::date[], $2::bigint[], $3::uuid[], $4::smallint[], $5::smallint[], $6::text[], $7::timestamptz[]) on conflict do nothing`;

async function client(): Promise<void> {
  const connection = await pool.connect();
  while (performance.now() < until) {
    const at = new Date();
    const day = new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10);
    const column = <T>(make: () => T) => Array.from({ length: batch }, make);
    const values = [
      column(() => day),
      column(() => 1 + upTo(5000)),
      column(randomUUID),
      column(() => 1),
      column(() => 0),
      column(() => `m:member-${upTo(20_000)}`),
      column(() => at.toISOString()),
    ];
    const start = performance.now();
    await connection.query({ name: 'floor', text: INSERT, values });
    took.push(performance.now() - start);
  }
  connection.release();
}

const start = performance.now();
await Promise.all(Array.from({ length: Number(connectionsText) }, client));
const elapsed = (performance.now() - start) / 1000;
console.log(
  JSON.stringify({
    perSecond: took.length / elapsed,
    p50Milliseconds: round(percentile(took, 50)),
    p99Milliseconds: round(percentile(took, 99)),
    failed: 0,
  }),
);
await pool.end();
