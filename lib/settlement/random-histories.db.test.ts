import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { FIRST_TARIFF, type Tariff } from './rules';
import { settleLines } from './settle-lines';
import { settleOwed } from './settle-owed';
import { ModelVideo } from './testing/model';

const DAYS = 6;
const VIDEOS = [1, 2, 3];
const DEARER_FROM = 3;
const dayOf = (n: number) => addDays('2026-11-01' as Day, n);
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

const small: Tariff = {
  video: FIRST_TARIFF.video.map((step, i) => ({ ...step, from: BigInt([1, 20, 50, 100][i] ?? 1) })),
  ad: FIRST_TARIFF.ad.map((step, i) => ({ ...step, from: BigInt([1, 10, 25, 60][i] ?? 1) })),
};
const dearer: Tariff = { ...small, video: small.video.map((step) => ({ ...step, tenths: step.tenths + 7n })) };
const asJson = (steps: Tariff['video']) =>
  JSON.stringify(steps.map(({ from, tenths }) => ({ from: Number(from), tenths: Number(tenths) })));

beforeAll(async () => {
  for (const [day, tariff] of [
    ['2000-01-02', small],
    [dayOf(DEARER_FROM), dearer],
  ] as const)
    await query('insert into tariffs (effective_on, video, ad) values ($1, $2, $3)', [
      day,
      asJson(tariff.video),
      asJson(tariff.ad),
    ]);
});

/** Settles a day; a crash before the end leaves everything as it was. */
async function run(day: number, end: 'commit' | 'rollback' = 'commit'): Promise<number> {
  const client = await db().$client.connect();
  await client.query('begin');
  const changed = await settleLines(client, dayOf(day));
  await client.query(end);
  client.release();
  return changed;
}

async function begin(opening: number): Promise<Map<number, ModelVideo>> {
  await query('truncate contents, summaries, days, settlement_lines restart identity cascade');
  for (const _ of VIDEOS)
    await query(
      `insert into contents (title, kind, duration_seconds, opening_views, opening_ad_views) values ('v', 'video', 600, $1, $1)`,
      [opening],
    );
  for (let day = 0; day < DAYS; day++)
    await query(`insert into days (day, state) values ($1, 'settled')`, [dayOf(day)]);
  const of = (day: number) => (day >= DEARER_FROM ? dearer : small);
  return new Map(
    VIDEOS.map((id) => [id, new ModelVideo({ views: BigInt(opening), adViews: BigInt(opening) }, of)] as const),
  );
}

/** As a fold or the judging of a day leaves it: new figures, and a closed day marked as owed. */
async function write(day: number, contentId: number, video: ModelVideo): Promise<void> {
  const { views = 0n, adViews = 0n } = video.counts.get(day) ?? {};
  await query(
    `insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, $2, $3, $4)
     on conflict (grain, start_on, content_id) do update set views = excluded.views, ad_views = excluded.ad_views`,
    [dayOf(day), contentId, Number(views), Number(adViews)],
  );
  await query(`update days set owed = true where day = $1 and state = 'closed'`, [dayOf(day)]);
}

const COLUMNS = `content_id, day, for_day, views_before, views_after, video_tenths, video_won, ad_views_before, ad_views_after, ad_tenths, ad_won`;
const stored = async () =>
  (await query(`select ${COLUMNS} from settlement_lines order by content_id, day, for_day < day, for_day`)).rows.map(
    (row) => Object.values(row),
  );
const expected = (videos: Map<number, ModelVideo>) =>
  [...videos].flatMap(([id, video]) =>
    video.lines(DAYS - 1).map(({ day, forDay, views: v, adViews: a }) => {
      const part = (of: typeof v) => [of.before, of.after, of.tenths, of.won].map(Number);
      return [id, dayOf(day), dayOf(forDay), ...part(v), ...part(a)];
    }),
  );

const more = fc.record({ views: fc.bigInt({ min: -9n, max: 40n }), adViews: fc.bigInt({ min: -9n, max: 40n }) });
const change = fc.record({ day: fc.nat(DAYS - 1), id: fc.constantFrom(...VIDEOS), more, crash: fc.boolean() });
const history = fc.record({
  opening: fc.nat(30),
  acts: fc.array(fc.oneof({ weight: 4, arbitrary: change }, { weight: 1, arbitrary: fc.constant('close' as const) }), {
    minLength: 5,
    maxLength: 25,
  }),
});

test('I10: every line is that of the model, after any history of counts, closings, late events, voids and crashes', async () => {
  let adjusted = 0;
  const play = async ({ opening, acts }: typeof history extends fc.Arbitrary<infer T> ? T : never) => {
    const videos = await begin(opening);
    let closed = 0;
    for (const act of acts) {
      if (act !== 'close') {
        const video = videos.get(act.id);
        video?.change(act.day, act.more);
        if (video) await write(act.day, act.id, video);
        if (act.day < closed) await settleOwed();
        else if (act.crash) await run(act.day, 'rollback');
        if (act.day >= closed) await run(act.day);
      } else if (closed < DAYS - 1) {
        for (const video of videos.values()) video.closeNext();
        await query(`update days set state = 'closed' where day = $1`, [dayOf(closed)]);
        closed += 1;
      }
      await settleOwed();
      expect(await stored()).toEqual(expected(videos));
    }
    adjusted += (await stored()).filter(([, day, forDay]) => day !== forDay).length;
    for (let day = closed; day < DAYS; day++) expect(await run(day)).toBe(0);
  };
  await fc.assert(fc.asyncProperty(history, play), { numRuns: 30 });
  expect(adjusted).toBeGreaterThan(0);
});

test('two runs at once write the lines once, and end at the same ones', async () => {
  const videos = await begin(0);
  for (const [id, video] of videos) {
    video.change(0, { views: 30n, adViews: 5n });
    video.change(1, { views: 7n, adViews: 0n });
    for (const day of [0, 1]) await write(day, id, video);
  }
  const changed = await Promise.all([run(0), run(0), run(1), run(0)]);
  expect(changed.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(6);
  expect(changed.filter((n) => n === 0).length).toBeGreaterThanOrEqual(2);
  expect(await stored()).toEqual(expected(videos));
});
