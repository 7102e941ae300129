import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { SYSTEM } from '@/lib/accounts/actor';
import { closeDay } from '@/lib/events/close-day';
import { reasonOf } from '@/lib/events/codes';
import { ensurePartitions } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { runDaily } from '@/lib/events/run-daily';
import { insertEvents } from '@/lib/events/store';
import { DISAGREEMENTS } from '@/lib/events/testing/disagreements';
import { addDays, type Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { payLateEvents } from './pay-late-events';
import { priceDay } from './price-day';
import { FIRST_TARIFF } from './rules';
import { DAY_SECONDS, LogModel } from './testing/log-model';
import { ModelVideo } from './testing/model';

const FIRST = '2026-11-01' as Day;
const DAYS = 4;
const CAP = 3;
const OPENING = 99_996;
const VIEWERS = ['m:ann', 'm:bob'];
const START = Date.parse(`${FIRST}T00:00:00+09:00`);
const NOW = new Date(START + (DAYS * DAY_SECONDS + 600) * 1000);
const dayOf = (n: number) => addDays(FIRST, n);
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

beforeAll(async () => {
  // Before anything reads them; days are closed by hand here.
  Object.assign(process.env, { VIEW_DAILY_CAP: String(CAP), EVENTS_MAX_AGE_HOURS: '200' });
  await ensurePartitions({ from: addDays(FIRST, -1), to: dayOf(DAYS) });
});

/** Around midnight and at one hour of the day, in steps that meet the window from both sides. */
const moment = fc
  .record({ day: fc.nat(DAYS - 1), place: fc.constantFrom(0, 0, 43_200, DAY_SECONDS - 60), step: fc.nat(5) })
  .map(({ day, place, step }) => day * DAY_SECONDS + place + step * 10);
const viewer = fc.constantFrom(...VIEWERS);
const act = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: fc.constant('view' as const), viewer, at: moment }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('block' as const), viewer, at: fc.oneof(moment, fc.constant(-1)) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lift' as const), viewer, at: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('close' as const), viewer, at: fc.constant(0) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Each kind of event at least once, whatever the others are. */
const EVERYTHING: Act[] = [
  { do: 'view', viewer: 'm:ann', at: 43_200 },
  { do: 'view', viewer: 'm:bob', at: 43_200 },
  { do: 'close', viewer: 'm:ann', at: 0 },
  { do: 'view', viewer: 'm:ann', at: 43_190 },
  { do: 'view', viewer: 'm:ann', at: DAY_SECONDS - 10 },
  { do: 'block', viewer: 'm:ann', at: -1 },
  { do: 'lift', viewer: 'm:ann', at: 0 },
];

const seen = { late: 0, voided: 0, negative: 0, restored: 0 };

test('verdicts and lines are those of the model, after any history of late views, closings, voids and undoing them', async () => {
  await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), play), {
    numRuns: 5,
    endOnFailure: true,
    examples: [[EVERYTHING]],
  });
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(0);
}, 240_000);

async function play(acts: Act[]): Promise<void> {
  const contentId = await begin();
  const log = new LogModel(CAP);
  const video = new ModelVideo({ views: BigInt(OPENING), adViews: 0n }, () => FIRST_TARIFF);
  for (const [n, one] of acts.entries()) {
    if (one.do === 'close' && log.closedUpTo < DAYS - 2) {
      video.closeNext();
      log.closeNext();
      await closeDay({ day: dayOf(log.closedUpTo), actor: SYSTEM, requestId: 'r', now: NOW });
    } else if (one.do === 'view') await view(log, contentId, one, n);
    else if (one.do !== 'close') await blockOrLift(log, one);
    await settle();
    count(log, video);
    expect(await verdicts(), `after ${n}: ${JSON.stringify(one)}`).toEqual(
      log.views.map(({ id, verdict }) => [id, verdict]).sort(),
    );
    expect(await lines(), `after ${n}`).toEqual(expectedLines(video));
  }
  expect((await query(DISAGREEMENTS)).rows).toEqual([]);
}

async function begin(): Promise<number> {
  await query(
    `truncate contents, events, event_deltas, summaries, day_totals, days, runs, run_ranges, settlement_lines, viewer_blocks, provisional_verdicts restart identity cascade`,
  );
  for (let day = 0; day < DAYS; day++) await query('insert into days (day) values ($1)', [dayOf(day)]);
  const { rows } = await query(
    `insert into contents (title, kind, duration_seconds, opening_views) values ('v', 'video', 600, $1) returning id`,
    [OPENING],
  );
  await settle();
  return rows[0]?.id;
}

/** As the minute and the day do it. */
async function settle(): Promise<void> {
  await foldDeltas();
  await payLateEvents();
  expect((await runDaily(NOW, priceDay)).failed).toEqual([]);
  await payLateEvents();
}

async function view(log: LogModel, contentId: number, { viewer: who, at }: Act, n: number): Promise<void> {
  const id = createHash('md5')
    .update(`${n} ${at}`)
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
  if (at < (log.closedUpTo + 1) * DAY_SECONDS) seen.late += 1;
  log.arrive({ id, viewer: who, at });
  const when = { day: dayOf(Math.floor(at / DAY_SECONDS)), atMs: START + at * 1000 };
  const rest = { index: 0, type: 'view' as const, ownerMemberId: null, adPositionSeconds: null, adVideoId: null };
  const candidate = { ...rest, ...when, id, contentId, viewer: who };
  await insertEvents(ingestDb().$client, [{ candidate, reason: null }], { rejected: new Map(), duplicates: 0 });
}

// What `lib/abuse/apply-block.ts` does, which stands to the right of this module: marks what is misjudged.
const MARK = `insert into provisional_verdicts as p (day, content_id, id) select e.day, e.content_id, e.id from events e
  where e.viewer = $1 and (e.reason = 109) <> exists (
    select from viewer_blocks b where b.viewer = $1 and b.lifted_at is null and (b.from_at is null or b.from_at <= e.at))
  on conflict (day, content_id, id) do update set judged_in = null`;

async function blockOrLift(log: LogModel, { do: what, viewer: who, at }: Act): Promise<void> {
  const before = log.views.filter(({ verdict }) => verdict === 'blocked').length;
  if (what === 'block') log.block(who, at < 0 ? Number.NEGATIVE_INFINITY : at);
  else log.lift(who);
  const after = log.views.filter(({ verdict }) => verdict === 'blocked').length;
  if (after > before) seen.voided += 1;
  if (after < before) seen.restored += 1;
  if (what === 'block')
    await query(
      `insert into viewer_blocks (viewer, from_at, reason, created_by, created_at) values ($1, $2, 'x', 'a test', now())`,
      [who, at < 0 ? null : new Date(START + at * 1000)],
    );
  else await query('update viewer_blocks set lifted_at = now() where viewer = $1', [who]);
  await query(MARK, [who]);
}

function count(log: LogModel, video: ModelVideo): void {
  for (let day = 0; day < DAYS; day++) {
    const known = video.counts.get(day)?.views ?? 0n;
    video.change(day, { views: BigInt(log.countedOn(day)) - known, adViews: 0n });
  }
}

async function verdicts(): Promise<[string, string][]> {
  const { rows } = await query('select id, reason from events order by id');
  return rows.map((row) => [row.id, reasonOf(row.reason) ?? 'counted']);
}

async function lines(): Promise<unknown[]> {
  const { rows } = await query(
    `select day, for_day, views_before::int, views_after::int, video_won::int from settlement_lines order by day, for_day < day, for_day`,
  );
  return rows.map((row) => Object.values(row));
}

function expectedLines(video: ModelVideo): unknown[] {
  return video.lines(DAYS - 1).map(({ day, forDay, views }) => {
    if (views.after < views.before) seen.negative += 1;
    return [dayOf(day), dayOf(forDay), ...[views.before, views.after, views.won].map(Number)];
  });
}
