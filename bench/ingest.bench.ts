import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { calendar } from '@/lib/platform/calendar';
import { ageLog } from './database';
import { eventBody } from './event-body';
import { type Load, load } from './load';
import { type Stage, setStage } from './stage';
import { median, round } from './statistics';
import { unlimitedKey } from './unlimited-key';

const SECONDS = 5;
const ROUNDS = 3;
const CONTENTS = 5000;
/** Thousands of single events a second come from many senders, batches from few. */
const SHAPES: Shape[] = [
  { batch: 1, connections: 64 },
  { batch: 20, connections: 16 },
  { batch: 100, connections: 10 },
  { batch: 100, connections: 24 },
];

type Shape = { batch: number; connections: number };
type Headers = { authorization: string };
type Mix = 'clicks-and-views' | 'with-likes';

/**
 * Events per second through POST /api/v1/events beside the floor: the same multi-row insert into the same log from a
 * bare script with as many connections. Both in turn, round by round, on one machine with the client.
 */
export async function bench() {
  const stage = await setStage();
  const headers = await prepare(stage);
  const figures = [];
  for (const shape of SHAPES) {
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({
        floor: await floor(stage, shape),
        ours: await ours(stage, headers, shape, 'clicks-and-views'),
        withLikes: await ours(stage, headers, shape, 'with-likes'),
      });
    }
    figures.push({ ...shape, ...summarize(rounds) });
  }
  const bytes = await bytesPerEvent(stage);
  await stage.stop();
  return { secondsEach: SECONDS, rounds: ROUNDS, figures, ...bytes };
}

async function prepare(stage: Stage): Promise<Headers> {
  await stage.query(
    `insert into contents (title, kind, duration_seconds) select 'content ' || n, 'video', 900 from generate_series(1, ${CONTENTS}) n`,
  );
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  await ageLog(stage);
  return unlimitedKey(['events:write']);
}

async function ours(stage: Stage, headers: Headers, { batch, connections }: Shape, mix: Mix): Promise<Load> {
  const call = {
    method: 'POST' as const,
    url: `${stage.address}/api/v1/events`,
    headers,
    body: () => eventBody(batch, CONTENTS, mix === 'with-likes' ? 0.1 : 0),
  };
  return perEvent(await load(call, connections, SECONDS), batch);
}

function floor(stage: Stage, { batch, connections }: Shape): Promise<Load> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./ingest-floor.ts', import.meta.url));
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', script, stage.databaseUrl, String(batch), String(connections), String(SECONDS)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    createInterface({ input: child.stdout }).on('line', (line) => resolve(perEvent(JSON.parse(line), batch)));
    child.on('error', reject);
  });
}

const perEvent = (one: Load, batch: number): Load => ({ ...one, perSecond: round(one.perSecond * batch, 0) });

type Round = { floor: Load; ours: Load; withLikes: Load };

function summarize(rounds: Round[]) {
  const middle = (pick: (one: Round) => number) => round(median(rounds.map(pick)));
  const loadOf = (name: keyof Round) => ({
    eventsPerSecond: middle((one) => one[name].perSecond),
    p50Milliseconds: middle((one) => one[name].p50Milliseconds),
    p99Milliseconds: middle((one) => one[name].p99Milliseconds),
    failed: middle((one) => one[name].failed),
  });
  return {
    floor: loadOf('floor'),
    ours: loadOf('ours'),
    withLikes: loadOf('withLikes'),
    oursToFloor: middle((one) => one.ours.perSecond / one.floor.perSecond),
    withLikesToFloor: middle((one) => one.withLikes.perSecond / one.floor.perSecond),
  };
}

async function bytesPerEvent(stage: Stage) {
  const { rows } = await stage.query(
    `select (select count(*) from events)::int as events,
       (select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'events'::regclass)::bigint as bytes`,
  );
  return { storedEvents: rows[0].events, bytesPerStoredEvent: round(Number(rows[0].bytes) / rows[0].events, 1) };
}
