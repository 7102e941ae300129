import { issueKey } from '@/lib/accounts/issue-key';
import { settleDay } from '@/lib/events/settle-day';
import { addDays, type Day, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { eventBody } from './event-body';
import { fillLog } from './fill';
import { load } from './load';
import { type Stage, setStage } from './stage';
import { median, round } from './statistics';

const SIZES = [1_000_000, 10_000_000];
const CONTENTS = 10_000;
const SECONDS = 5;
const ROUNDS = 3;

/**
 * The 30-day chart and the Top 5 through the API at two sizes of the log, and what eight viewers who refresh without
 * pause take away from ingestion.
 */
export async function bench() {
  const stage = await setStage({ crons: false });
  const { key } = await issueKey(db(), {
    name: 'bench',
    kind: 'secret',
    scopes: ['*'],
    allowedOrigins: [],
    requestsPerSecond: 1_000_000,
    burst: 1_000_000,
    now: new Date(),
  });
  const headers = { authorization: `Bearer ${key}` };
  const to = addDays(calendar().dayOf(new Date()), -1);
  const from = addDays(to, -29);
  const sizes: ({ events: number } & Measured)[] = [];
  let stored = 0;
  for (const events of SIZES) {
    await fillLog(stage, { from, to, events: events - stored, contents: CONTENTS, viewers: 100_000 });
    stored = events;
    for (const day of daysOf({ from, to })) await settleDay(day, new Date());
    await stage.query('vacuum analyze summaries');
    sizes.push({ events, ...(await measure(stage, headers, from, to)) });
  }
  const ratios = Object.fromEntries(
    Object.keys(questionsOf(from, to)).map((name) => [name, round(p50Of(sizes[1], name) / p50Of(sizes[0], name))]),
  );
  const ingestion = await besideViewers(stage, headers, from, to);
  await stage.stop();
  return { contents: CONTENTS, connections: 4, sizes, ratio10Mto1M: ratios, ingestion };
}

const questionsOf = (from: Day, to: Day) => ({
  chartOfAll: `/api/v1/stats?from=${from}&to=${to}`,
  chartOfOne: `/api/v1/stats?from=${from}&to=${to}&contentId=7`,
  topOfMonth: `/api/v1/stats/top?by=clicks&period=month&date=${to}`,
  topOfDay: `/api/v1/stats/top?by=likes&period=day&date=${to}`,
});

type Measured = Record<string, { p50Milliseconds: number; p99Milliseconds: number } | number>;

async function measure(stage: Stage, headers: Record<string, string>, from: Day, to: Day): Promise<Measured> {
  const measured: Measured = {};
  for (const [name, path] of Object.entries(questionsOf(from, to))) {
    await load({ method: 'GET', url: stage.address + path, headers }, 4, 1);
    const rounds = [];
    for (let n = 0; n < ROUNDS; n++)
      rounds.push(await load({ method: 'GET', url: stage.address + path, headers }, 4, 2));
    measured[name] = {
      p50Milliseconds: median(rounds.map((one) => one.p50Milliseconds)),
      p99Milliseconds: median(rounds.map((one) => one.p99Milliseconds)),
    };
  }
  return measured;
}

function p50Of(size: Measured | undefined, name: string): number {
  const figure = size?.[name];
  return typeof figure === 'object' ? figure.p50Milliseconds : Number.NaN;
}

type Round = { alone: number; beside: number; refreshes: number; charts: number; refreshP50: number };

/** Ingestion in batches of 100 alone and beside eight viewers, in turn. */
async function besideViewers(stage: Stage, headers: Record<string, string>, from: Day, to: Day) {
  const ingest = () =>
    load(
      { method: 'POST', url: `${stage.address}/api/v1/events`, headers, body: () => eventBody(100, CONTENTS) },
      16,
      SECONDS,
    );
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const alone = await ingest();
    const [beside, refreshes, charts] = await Promise.all([
      ingest(),
      load({ method: 'POST', url: `${stage.address}/api/v1/stats/refresh`, headers }, 4, SECONDS),
      load({ method: 'GET', url: stage.address + questionsOf(from, to).chartOfAll, headers }, 4, SECONDS),
    ]);
    rounds.push({
      alone: alone.perSecond * 100,
      beside: beside.perSecond * 100,
      refreshes: refreshes.perSecond,
      charts: charts.perSecond,
      refreshP50: refreshes.p50Milliseconds,
    });
  }
  const middle = (pick: (one: Round) => number) => round(median(rounds.map(pick)));
  return {
    eventsPerSecondAlone: middle((one) => one.alone),
    eventsPerSecondBesideViewers: middle((one) => one.beside),
    kept: middle((one) => one.beside / one.alone),
    refreshesPerSecond: middle((one) => one.refreshes),
    refreshP50Milliseconds: middle((one) => one.refreshP50),
    chartsPerSecond: middle((one) => one.charts),
  };
}
