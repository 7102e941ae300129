import { listTop } from '@/lib/dashboard/queries/list-top';
import { addDays, type Day, periodOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { load } from './load';
import { loadOfMachine } from './load-of-machine';
import { SCALE } from './scale';
import { type Stage, setStage } from './stage';
import { timesOf } from './statistics';
import { unlimitedKey } from './unlimited-key';

const timed = (ask: () => Promise<unknown>) => timesOf(200, ask);
const PERIODS = [
  ['day', 'd'],
  ['week', 'w'],
  ['month', 'm'],
] as const;

/** The Top 5 by views and by watch time of a day, week and month: in the database, and through the API with 4 connections. */
export async function bench() {
  const measured = [];
  for (const videos of [500_000 * SCALE, 5_000_000 * SCALE]) measured.push(await measure(videos));
  return { connections: 4, measured };
}

async function measure(videos: number) {
  const stage = await setStage({ crons: false });
  const headers = await unlimitedKey(['*']);
  const day = addDays(calendar().dayOf(new Date()), -1);
  await fill(stage, videos, day);
  const questions = [];
  for (const by of ['views', 'watch-time'] as const)
    for (const [period] of PERIODS) {
      const query = { by, period, date: day, limit: 5 } as const;
      const database = await timed(() => listTop(query));
      const url = `${stage.address}/api/v1/stats/top?by=${by}&period=${period}&date=${day}&limit=5`;
      await load({ method: 'GET', url, headers }, 4, 1);
      const api = await load({ method: 'GET', url, headers }, 4, 3);
      questions.push({ by, period, database, api });
    }
  const machineLoad = loadOfMachine();
  await stage.stop();
  return { videos, machineLoad, questions };
}

/** Every video was watched in this period and in the one before it. */
async function fill({ query }: Stage, videos: number, day: Day): Promise<void> {
  await query(
    `insert into contents (title, kind, duration_seconds) select 'Video ' || n, 'video', 900 from generate_series(1, $1::int) n`,
    [videos],
  );
  for (const [period, grain] of PERIODS) {
    const { from } = periodOf(period, day);
    for (const start of [periodOf(period, addDays(from, -1)).from, from]) {
      await query(
        `insert into summaries (grain, start_on, content_id, views) select $1, $2, n, 1 + (n::bigint * 7919 % 100000) from generate_series(1, $3::int) n`,
        [grain, start, videos],
      );
      await query(
        `insert into watch_times (grain, start_on, content_id, milliseconds) select $1, $2, n, 1 + (n::bigint * 104729 % 9000000) from generate_series(1, $3::int) n`,
        [grain, start, videos],
      );
    }
  }
  await query('vacuum analyze summaries, watch_times, contents');
}
