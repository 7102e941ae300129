import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { calendar } from '@/lib/platform/calendar';
import { Connection, headOf } from './connection';
import { eventBody } from './event-body';
import { machine } from './machine';
import { type Stage, setStage } from './stage';
import { median, percentile, round } from './statistics';
import { unlimitedKey } from './unlimited-key';

/**
 * `npm run soak -- --minutes 30 --rate 1000`: so many requests a second (events one by one, each tenth a participation,
 * each hundredth a chart) for so long against one server, and what the server held meanwhile, in six parts of the time.
 * What is flat stays so; JSON on stdout.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, rate: { type: 'string', default: '1000' } },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const CLIENTS = 32;
const CONTENTS = 5000;
const PARTS = 6;
const LOOKS_A_PART = 20;

type Look = { megabytes: number; heapMegabytes: number; connections: number; jobAgeSeconds: number; deltas: number };
type Answers = { took: number[]; failed: number };

const stage = await setStage();
const headers = await prepare(stage);
let answers: Answers = { took: [], failed: 0 };
let sent = 0;
const began = performance.now();
const until = began + minutes * 60_000;
const clients = Array.from({ length: CLIENTS }, client);
const parts = [];
for (let part = 0; part < PARTS; part++) parts.push(await lookOn());
await Promise.all(clients);
const { rows } = await stage.query(`select (select count(*)::int from events) as stored,
  (select sum(used)::int from ads) as places, (select count(*)::int from participations) as joined`);
await stage.stop();
console.log(JSON.stringify({ name: 'soak', minutes, rate, machine: machine(), parts, ...rows[0] }, null, 2));
process.exit(0);

async function prepare({ query }: Stage): Promise<Record<string, string>> {
  await query(`insert into contents (title, kind, duration_seconds)
    select 'content ' || n, 'video', 900 from generate_series(1, ${CONTENTS}) n`);
  await query(`insert into ads (name, text, reward_points, places, starts_at, ends_at)
    values ('soak', 'text', 100, 1000000000, now() - interval '1 day', now() + interval '1 day')`);
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  return unlimitedKey(['events:write', 'ads:join', 'stats:read']);
}

/** Sends at its share of the rate by the clock: what the server is late with is made up for, not left out. */
async function client(): Promise<void> {
  const connection = new Connection();
  const head = headOf(headers);
  while (performance.now() < until) {
    const due = began + (sent++ * 1000) / rate;
    if (due > performance.now()) await sleep(Math.max(0, due - performance.now()));
    const { method, path, body } = next(sent);
    const start = performance.now();
    const status = await connection.ask({ method, origin: stage.address, path, head, body });
    if (status < 300) answers.took.push(performance.now() - start);
    else answers.failed += 1;
  }
  connection.close();
}

function next(n: number): { method: string; path: string; body: string } {
  const today = calendar().dayOf(new Date());
  if (n % 100 === 0) return { method: 'GET', path: `/api/v1/stats?from=${today}&to=${today}&group=day`, body: '' };
  return n % 10 === 0
    ? { method: 'POST', path: '/api/v1/ads/1/participations', body: `{"memberId":"${randomUUID()}"}` }
    : { method: 'POST', path: '/api/v1/events', body: eventBody(1, CONTENTS, 0.1) };
}

/** One part of the time: the middle of what the server held, the worst of what waited. */
async function lookOn() {
  answers = { took: [], failed: 0 };
  const from = performance.now();
  const looks: Look[] = [];
  for (let n = 0; n < LOOKS_A_PART; n++) {
    await sleep((minutes * 60_000) / PARTS / LOOKS_A_PART);
    looks.push(await look());
  }
  const middle = (of: keyof Look) => round(median(looks.map((one) => one[of])), 1);
  return {
    perSecond: round(answers.took.length / ((performance.now() - from) / 1000), 0),
    failed: answers.failed,
    p50Milliseconds: round(percentile(answers.took, 50)),
    p99Milliseconds: round(percentile(answers.took, 99)),
    megabytes: middle('megabytes'),
    heapMegabytes: middle('heapMegabytes'),
    connections: middle('connections'),
    jobAgeSeconds: Math.max(...looks.map((one) => one.jobAgeSeconds)),
    deltasWaiting: middle('deltas'),
  };
}

async function look(): Promise<Look> {
  const authorization = `Bearer ${process.env.CRON_SECRET}`;
  const text = await (await fetch(`${stage.address}/api/metrics`, { headers: { authorization } })).text();
  const figure = (name: string) => Number(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'm').exec(text)?.[1]);
  const { rows } = await stage.query(
    `select count(*)::int as n from pg_stat_activity where backend_type = 'client backend'`,
  );
  return {
    megabytes: figure('process_resident_memory_bytes') / 2 ** 20,
    heapMegabytes: figure('nodejs_heap_size_used_bytes') / 2 ** 20,
    connections: rows[0].n,
    jobAgeSeconds: figure('boxoffice_jobs_oldest_waiting_seconds'),
    deltas: figure('boxoffice_deltas_waiting'),
  };
}
