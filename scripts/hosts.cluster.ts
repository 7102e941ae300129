import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { settleDay } from '@/lib/events/settle-day';
import { expectFiguresOfLog, expectLogOf, makeContents } from '@/lib/events/testing/expect-agreement';
import {
  type History,
  history,
  modelOf,
  OWNER,
  randomOf,
  type Sending,
  sendingsOf,
} from '@/lib/events/testing/history';
import type { ModelEvent } from '@/lib/events/testing/model';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { closePools, db, replicaState } from '@/lib/platform/database';
import { releaseLostJobs } from '@/lib/platform/release-lost-jobs';
import { ensureLinePartitions } from '@/lib/settlement/ensure-line-partitions';
import { priceDay } from '@/lib/settlement/price-day';
import { unlimitedKey } from '../bench/unlimited-key';
import { buildApp } from './build-app';
import { ClientOfHosts } from './client-of-hosts';
import { type Hosts, startHosts } from './hosts';
import { raceForCoupons, raceForPlaces, raceForStock } from './races-of-hosts';

const SECONDS = Number(process.env.CLUSTER_SECONDS || 120);
const KILL_EVERY_MILLISECONDS = 5000;
const RULES = { clickWindowMs: 1000, clickCap: 3, viewWindowMs: 30_000, viewCap: 2 };
const CAPS = { CLICK_DAILY_CAP: '3', VIEW_DAILY_CAP: '2' };

let hosts: Hosts;
let client: ClientOfHosts;
const counts = { seconds: SECONDS, kills: 0, rounds: 0, events: 0, sent: 0, duplicates: 0, refused: 0, places: 0 };

beforeAll(async () => {
  await buildApp(console.log);
  let headers = {};
  const fill = async () => {
    const today = calendar().dayOf(new Date());
    await ensurePartitions(partitionRange(today));
    await ensureLinePartitions(partitionRange(today));
    await db().$client.query(`insert into users (email, member_id) values ('owner@example.com', $1)`, [OWNER]);
    headers = await unlimitedKey(['*']);
  };
  hosts = await startHosts({ port: 0, settings: CAPS, fill, say: console.log });
  client = new ClientOfHosts(hosts.address, headers);
});

afterAll(async () => {
  await closePools();
  await hosts?.stop();
});

type Round = { model: ModelEvent[]; contents: number[] };

test('events, places, coupons and stock come out right while a server is killed every five seconds', async () => {
  const midnight = calendar().startOf(calendar().dayOf(new Date()));
  const until = Date.now() + SECONDS * 1000;
  const killing = killInTurn(until);
  const rounds: Round[] = [];
  const ads: number[] = [];
  while (Date.now() < until) {
    const seed = rounds.length + 1;
    const [round, adId] = await Promise.all([
      playEvents(seed, midnight.getTime()),
      raceForPlaces(client, 150, 50),
      raceForCoupons(client, 40, 10),
      raceForStock(client, 30, 15),
    ]);
    rounds.push(round);
    ads.push(adId);
  }
  await killing;
  Object.assign(counts, { rounds: rounds.length, places: ads.length * 50, ...client.counts });
  await expectPaid(ads);
  await settle();
  for (const { model, contents } of rounds) await expectLogOf(model, contents, RULES);
  await expectFiguresOfLog();
  await expectSameOnReplica();
  const { checks } = await checkIntegrity(new Date());
  tell({ ...counts, integrityChecks: checks.length, proxy: hosts.proxy });
  expect(checks.filter((check) => check.ok !== true)).toEqual([]);
  // The races took place.
  expect(counts.kills).toBeGreaterThan(1);
  expect(client.counts.lost + client.counts.refusedFor5xx).toBeGreaterThan(0);
  expect(Math.min(counts.duplicates, counts.refused)).toBeGreaterThan(0);
});

/** One server after the other is killed and started again, never both at once: a slow machine takes longer than five seconds. */
async function killInTurn(until: number): Promise<void> {
  for (let n = 0; Date.now() < until; n++) {
    const server = hosts.servers[n % hosts.servers.length];
    const next = Date.now() + KILL_EVERY_MILLISECONDS;
    await server?.kill();
    counts.kills += 1;
    await server?.start();
    await sleep(Math.max(0, next - Date.now()));
  }
}

async function playEvents(seed: number, midnight: number): Promise<Round> {
  // A program that sends for its users has a secret key, and is no bot.
  const [one] = fc.sample(history.map(withoutBots), { numRuns: 1, seed });
  if (!one) throw new Error('no history');
  const contents = await makeContents();
  const model = modelOf(one, contents, midnight);
  const send = async ({ events }: Sending) => {
    const { status, json } = await client.post('/api/v1/events', { events });
    expect([status, json.received, json.rejected]).toEqual([202, events.length, 0]);
    counts.sent += events.length;
    counts.duplicates += Number(json.duplicate);
    counts.refused += Number(json.refused);
  };
  await Promise.all(sendingsOf(model, randomOf(seed)).map(send));
  counts.events += new Set(model.map((event) => event.id)).size;
  return { model, contents };
}

const withoutBots = (one: History): History => ({
  ...one,
  events: one.events.map((event) => ({ ...event, bot: false })),
});

/** Every promise of a reward is kept once, also those whose job a killed server had. */
async function expectPaid(ads: number[]): Promise<void> {
  const pending = async () => {
    await releaseLostJobs(db(), { 'accrue-points': 0 });
    const { rows } = await db().$client.query(
      `select count(*)::int as n from participations p join point_accruals a on a.member_id = p.member_id
       and a.reference = 'participation:' || p.id where p.ad_id = any($1) and a.accrued_at is null`,
      [ads],
    );
    return rows[0]?.n;
  };
  await expect.poll(pending, { timeout: 240_000, interval: 500 }).toBe(0);
  const { rows } = await db().$client.query(
    `select b.balance, count(*)::int as members from participations p join point_balances b on b.member_id = p.member_id
     where p.ad_id = any($1) group by 1`,
    [ads],
  );
  expect(rows).toEqual([{ balance: 100, members: counts.places }]);
}

/** As tomorrow's run will, beside the runs of the servers. */
async function settle(): Promise<void> {
  const today = calendar().dayOf(new Date());
  const tomorrow = new Date(Date.now() + 86_400_000);
  for (const day of [addDays(today, -1), today]) {
    const run = () =>
      settleDay(day, tomorrow, priceDay).then(
        () => 'settled',
        (error: { code?: string }) => error.code ?? String(error),
      );
    await expect.poll(run, { timeout: 120_000, interval: 500 }).toBe('settled');
  }
  await foldDeltas();
}

/** What the dashboard shows, read through the proxy from the replica, is what the primary has. */
async function expectSameOnReplica(): Promise<void> {
  await expect.poll(async () => (await replicaState())?.behindSeconds, { timeout: 60_000 }).toBe(0);
  const today = calendar().dayOf(new Date());
  const from = addDays(today, -1);
  const path = `/api/v1/stats?from=${from}&to=${today}&group=day`;
  const shown = async () => {
    const answer = await fetch(`${hosts.address}${path}`, { headers: client.headers });
    const { totals, behindSeconds } = (await answer.json()) as {
      totals: Record<string, number>;
      behindSeconds: number;
    };
    return { clicks: totals.clicks, views: totals.views, adViews: totals.adViews, behindSeconds };
  };
  const { rows } = await db().$client.query(
    `select sum(clicks)::int as clicks, sum(views)::int as views, sum(ad_views)::int as "adViews", 0 as "behindSeconds"
     from day_totals where day between $1 and $2`,
    [from, today],
  );
  await expect.poll(shown, { timeout: 60_000 }).toEqual(rows[0]);
}

function tell(found: object): void {
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/cluster.json', `${JSON.stringify(found, null, 2)}\n`);
  console.log(JSON.stringify(found, null, 2));
}
