import { settleDay } from '@/lib/events/settle-day';
import { addDays, type Day, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { closePools } from '@/lib/platform/database';
import { eventBody } from './event-body';
import { fillLog } from './fill';
import { load } from './load';
import { SCALE } from './scale';
import { type Stage, setStage } from './stage';
import { median, round } from './statistics';
import { unlimitedKey } from './unlimited-key';

const CONTENTS = 10_000;
const ROUNDS = 7;

type Headers = Record<string, string>;
type Filled = { stage: Stage; headers: Headers; events: number };

/**
 * The 30-day chart and the Top 5 through the API over one million and over ten million events, asked in turn, round
 * by round, of two apps side by side; then what eight viewers who refresh without pause leave to ingestion.
 */
export async function bench() {
  const to = addDays(calendarDay(), -1);
  const range = { from: addDays(to, -29), to };
  const small = await fill(1_000_000 * SCALE, range);
  const large = await fill(10_000_000 * SCALE, range);
  const questions = await compare(small, large, range);
  const ingestion = await besideViewers(large, range);
  await closePools();
  await small.stage.stop();
  await large.stage.stop();
  return { contents: CONTENTS, connections: 4, rounds: ROUNDS, questions, ingestion };
}

function calendarDay(): Day {
  process.env.DATABASE_URL ??= 'postgres://127.0.0.1/none';
  process.env.BOXOFFICE_SECRET ??= 'a secret of the benchmarks, 32 characters';
  return calendar().dayOf(new Date());
}

async function fill(events: number, { from, to }: { from: Day; to: Day }): Promise<Filled> {
  const stage = await setStage({ crons: false });
  const headers = await unlimitedKey(['*']);
  await fillLog(stage, { from, to, events, contents: CONTENTS, viewers: 100_000 });
  for (const day of daysOf({ from, to })) await settleDay(day, new Date());
  await stage.query('vacuum analyze');
  return { stage, headers, events };
}

const questionsOf = ({ from, to }: { from: Day; to: Day }) => ({
  chartOfAll: `/api/v1/stats?from=${from}&to=${to}`,
  chartOfOne: `/api/v1/stats?from=${from}&to=${to}&contentId=7`,
  topOfMonth: `/api/v1/stats/top?by=clicks&period=month&date=${to}`,
  topOfDay: `/api/v1/stats/top?by=views&period=day&date=${to}`,
});

async function compare(small: Filled, large: Filled, range: { from: Day; to: Day }) {
  const ask = (one: Filled, path: string, seconds: number) =>
    load({ method: 'GET', url: one.stage.address + path, headers: one.headers }, 4, seconds);
  const compared = [];
  for (const [question, path] of Object.entries(questionsOf(range))) {
    for (const one of [small, large]) await ask(one, path, 1);
    const rounds = [];
    for (let n = 0; n < ROUNDS; n++)
      rounds.push({ small: await ask(small, path, 1), large: await ask(large, path, 1) });
    compared.push({
      question,
      p50MillisecondsOfSmall: median(rounds.map((one) => one.small.p50Milliseconds)),
      p50MillisecondsOfLarge: median(rounds.map((one) => one.large.p50Milliseconds)),
      ratio: round(median(rounds.map((one) => one.large.p50Milliseconds / one.small.p50Milliseconds))),
    });
  }
  return compared;
}

type Round = { alone: number; beside: number; views: number };

/** Ingestion in batches of 100 alone and beside eight viewers, in turn: each presses Refresh and reads the page anew, without pause. */
async function besideViewers({ stage, headers }: Filled, range: { from: Day; to: Day }) {
  const seconds = 5;
  const ingest = () =>
    load(
      { method: 'POST', url: `${stage.address}/api/v1/events`, headers, body: () => eventBody(100, CONTENTS) },
      16,
      seconds,
    );
  const get = (path: string) => ({ method: 'GET' as const, url: stage.address + path, headers });
  const refresh = { method: 'POST' as const, url: `${stage.address}/api/v1/stats/refresh`, headers };
  const { chartOfAll, topOfMonth } = questionsOf(range);
  const page = [refresh, get(chartOfAll), get(topOfMonth)];
  const rounds: Round[] = [];
  for (let n = 0; n < 3; n++) {
    const alone = await ingest();
    const [beside, views] = await Promise.all([ingest(), load(page, 8, seconds)]);
    rounds.push({
      alone: alone.perSecond * 100,
      beside: beside.perSecond * 100,
      views: views.perSecond / page.length,
    });
  }
  const middle = (pick: (one: Round) => number) => round(median(rounds.map(pick)));
  return {
    eventsPerSecondAlone: middle((one) => one.alone),
    eventsPerSecondBesideViewers: middle((one) => one.beside),
    kept: middle((one) => one.beside / one.alone),
    pagesRefreshedPerSecond: middle((one) => one.views),
  };
}
