import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '@/lib/accounts/actor';
import { createAd } from '@/lib/ads/create-ad';
import { AdCreate } from '@/lib/ads/schema';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { addDays, type Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { now, stopwatch } from '@/lib/platform/clock';
import { closePools, db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { unlimitedKey } from '../unlimited-key';
import { countDoubled, countLost, findBreaches } from './books';
import { type DoorServer, startDoorServer } from './start-door-server';
import { type Outcomes, Traffic } from './traffic';

export type Trial = {
  server: DoorServer;
  traffic: Traffic;
  /** Headers of who may do anything, and of the scheduler. */
  key: { authorization: string };
  cron: { authorization: string };
};

/** What a fault does and how it ends. */
export type Disturbance = {
  fault: string;
  cause: () => Promise<unknown>;
  /** Something that is asked while it lasts, beside the traffic. */
  meanwhile?: (trial: Trial) => Promise<unknown>;
  heal: () => Promise<unknown>;
  before?: number;
  requests?: number;
  /** What else was seen. */
  note?: () => string;
};

/** A row of the fault table. */
export type Row = {
  fault: string;
  note: string;
  acknowledgedBefore: number;
  /** Requests before it that were not. */
  unserved: number;
  during: Outcomes;
  slowestMilliseconds: number;
  /** Parts that the health page names while it lasts. */
  degraded: string[];
  recoveredAfterMilliseconds: number;
  acknowledged: number;
  lost: number;
  sentAgain: number;
  refusedAgain: number;
  takenForNew: number;
  doubled: number;
  breaches: string[];
  withoutHint: number;
};

const REQUESTS = 40;
const CRON_SECRET = 'cron-secret-of-the-trials';

/** A server process on the database of `DATABASE_URL`, and users who know of an ad and some contents. */
export async function openTrial(settings: Record<string, string>): Promise<Trial> {
  Object.assign(process.env, { CRON_SECRET });
  resetEnv();
  const key = await unlimitedKey(['*']);
  const today = calendar().dayOf(now());
  const { from, to } = partitionRange(today);
  await ensurePartitions({ from, to: addDays(to, 1) });
  const ad = await createAd({ wanted: adOf(today), actor: SYSTEM, requestId: 'a trial', now: now() });
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind) select 'an article', 'article' from generate_series(1, 5) returning id`,
  );
  const contentIds = rows.map(({ id }) => id);
  const server = await startDoorServer(settings);
  const traffic = new Traffic({ server, ...key, adId: ad.id, contentIds });
  return { server, traffic, key, cron: { authorization: `Bearer ${CRON_SECRET}` } };
}

/** Live on any day that a clock may jump to. */
const adOf = (today: Day) =>
  AdCreate.parse({
    name: `a trial ${crypto.randomUUID()}`,
    text: 'What members read.',
    rewardPoints: 1,
    places: 1_000_000,
    startsAt: addDays(today, -3),
    endsAt: addDays(today, 3),
  });

/** Those whose name is wanted, and how many requests are sent before and during each. */
export type Plan = { wanted?: RegExp; requests?: number };

/** Disturbs one after the other under the same server. */
export async function disturbAll(
  trial: Trial,
  disturbances: Disturbance[],
  { wanted = /./, requests = REQUESTS }: Plan,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const one of disturbances)
    if (wanted.test(one.fault)) rows.push(await disturb(trial, { requests, before: requests, ...one }));
  return rows;
}

/** Counts before, disturbs while users go on, heals, counts after, and sends everything again. */
export async function disturb(
  trial: Trial,
  { fault, cause, meanwhile, heal, requests = REQUESTS, before = REQUESTS, note }: Disturbance,
): Promise<Row> {
  const { traffic, server } = trial;
  await traffic.send(before);
  const acknowledgedBefore = traffic.acknowledged.length;
  const unserved = traffic.sent.length - acknowledgedBefore;
  traffic.slowestMilliseconds = 0;
  await cause();
  const [during] = await Promise.all([traffic.send(requests), meanwhile?.(trial)]);
  const { slowestMilliseconds } = traffic;
  const degraded = await degradedParts(server);
  await heal();
  const recoveredAfterMilliseconds = await untilServed(traffic);
  await closePools();
  const { acknowledged } = traffic;
  const lost = await countLost(acknowledged);
  const { refused, takenForNew } = await traffic.sendAgain();
  const folded = await server.ask('GET', '/api/cron/minute', { headers: trial.cron });
  return {
    fault,
    note: note?.() ?? '',
    acknowledgedBefore,
    unserved,
    during,
    slowestMilliseconds,
    degraded,
    recoveredAfterMilliseconds,
    acknowledged: acknowledged.length,
    lost,
    sentAgain: traffic.sent.length,
    refusedAgain: refused,
    takenForNew,
    doubled: await countDoubled(),
    breaches: [...(folded.status === 200 ? [] : [`fold answered ${folded.status}`]), ...(await findBreaches())],
    withoutHint: traffic.withoutHint,
  };
}

/** What makes a row a failure of the product, in words; nothing when it held. */
export function shortcomings({
  unserved,
  lost,
  refusedAgain,
  takenForNew,
  doubled,
  withoutHint,
  breaches,
  during,
}: Row): string[] {
  const counts = { unserved, lost, refusedAgain, takenForNew, doubled, withoutHint };
  return [
    ...Object.entries(counts).flatMap(([name, n]) => (n === 0 ? [] : [`${name}: ${n}`])),
    ...breaches.map((id) => `integrity: ${id}`),
    ...Object.keys(during).flatMap((outcome) => (FORESEEN.test(outcome) ? [] : [`answered ${outcome}`])),
  ];
}

/** Served, or told to come again. */
const FORESEEN = /^(201|202|202 rejected|503 platform\/busy|4\d\d .*)$/;

async function degradedParts(server: DoorServer): Promise<string[]> {
  const { json, status } = await server.ask('GET', '/api/health');
  const checks = typeof json === 'object' && json !== null && 'checks' in json ? json.checks : [];
  const wrong = (Array.isArray(checks) ? checks : []).filter(({ ok }) => !ok).map(({ name }) => String(name));
  return status === 503 ? ['not ready', ...wrong] : wrong;
}

/** Until users are served again without anybody doing anything; bounded so that a trial ends. */
async function untilServed(traffic: Traffic): Promise<number> {
  const took = stopwatch();
  for (let tries = 0; tries < 300; tries++) {
    const before = traffic.acknowledged.length;
    await traffic.send(3, 1);
    if (traffic.acknowledged.length === before + 3) return took();
    await sleep(200);
  }
  throw new Error('nobody was served again');
}
