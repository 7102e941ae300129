import { setTimeout as sleep } from 'node:timers/promises';
import { db } from '@/lib/platform/database';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';
import { recordBeats } from '@/lib/streaming/record-beats';
import { type Load, load } from './load';
import { type Stage, setStage } from './stage';
import { round } from './statistics';
import { unlimitedKey } from './unlimited-key';

const CONNECTIONS = 16;
const SECONDS = 5;
const CONTENTS = 200;
const PLAYERS = 6000;
/** From one fold of weeks and months to the next, as the minute cron has it. */
const MINUTES = 10;
/** A backend tells what it wrote after so long an idle time. */
const STATISTICS_MILLISECONDS = 11_000;

/** Heartbeats per second through POST /api/v1/watch, and rows written per heartbeat of players that tell every 10 s. */
export async function bench() {
  const stage = await setStage();
  await stage.query(
    `insert into contents (title, kind, duration_seconds) select 'video ' || n, 'video', 7200 from generate_series(1, ${CONTENTS}) n`,
  );
  const headers = await unlimitedKey(['watch:write']);
  const figures = [];
  for (const batch of [1, 50]) figures.push({ batch, ...(await throughput(stage, headers, batch)) });
  const written = await rowsWritten(stage);
  await stage.stop();
  return { connections: CONNECTIONS, secondsEach: SECONDS, figures, ...written };
}

async function throughput(stage: Stage, headers: Record<string, string>, batch: number): Promise<Load> {
  const started = Date.now();
  let player = 0;
  const body = () => {
    const beats = Array.from({ length: batch }, () =>
      beatOf(player++ % PLAYERS, (Date.now() - started) / 1000, started),
    );
    return JSON.stringify(beats);
  };
  const done = await load(
    { method: 'POST', url: `${stage.address}/api/v1/watch`, headers, body },
    CONNECTIONS,
    SECONDS,
  );
  return { ...done, perSecond: round(done.perSecond * batch, 0) };
}

/** Some minutes of players, as fast as they go and in this process, written after each as the minute cron does. */
async function rowsWritten(stage: Stage) {
  const begin = Date.now() - (MINUTES + 1) * 60_000;
  await minute(begin, 0);
  const before = await written(stage);
  for (let n = 1; n <= MINUTES; n++) await minute(begin, n);
  await foldWatchTimes(db());
  const after = await written(stage);
  const heartbeats = MINUTES * 6 * PLAYERS;
  const perHeartbeat = Object.fromEntries(
    Object.entries(after).map(([table, rows]) => [table, round((rows - (before[table] ?? 0)) / heartbeats, 3)]),
  );
  const total = Object.values(perHeartbeat).reduce((sum, rows) => sum + rows, 0);
  return {
    players: PLAYERS,
    contents: CONTENTS,
    heartbeats,
    rowsPerHeartbeat: { ...perHeartbeat, total: round(total, 3) },
  };
}

async function minute(begin: number, n: number): Promise<void> {
  const source = { keyId: 1, trusted: true, memberId: null, address: '127.0.0.1', userAgent: null };
  for (let second = n * 60; second < n * 60 + 60; second += 10)
    for (let from = 0; from < PLAYERS; from += 500) {
      const beats = Array.from({ length: 500 }, (_, i) => ({ ...beatOf(from + i, second, begin), playerId: 'slow' }));
      await recordBeats(beats, source, new Date());
    }
  await flushWatch();
}

async function written(stage: Stage): Promise<Record<string, number>> {
  await sleep(STATISTICS_MILLISECONDS);
  const { rows } = await stage.query(
    `select relname, (n_tup_ins + n_tup_upd)::int as rows from pg_stat_user_tables where relname like 'watch%'`,
  );
  return Object.fromEntries(rows.map((row) => [row.relname, row.rows]));
}

function beatOf(player: number, seconds: number, begin: number) {
  return {
    viewerId: `member-${player}`,
    contentId: 1 + (player % CONTENTS),
    playerId: 'fast',
    positionSeconds: Math.floor(seconds),
    watchedSeconds: seconds,
    at: new Date(begin + seconds * 1000).toISOString(),
  };
}
