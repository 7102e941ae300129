import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { addDays, type Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { FIRST_TARIFF, priceOf } from './rules';
import { settleLines } from './settle-lines';

const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
const dayOf = (n: number) => addDays('2026-11-01' as Day, n);

beforeEach(() => query('truncate contents, summaries, days, settlement_lines, settlement_creator_days cascade'));

/** A day is judged, so its counts are there, and then priced. */
async function run(day: number, count: number): Promise<void> {
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`insert into days (day, state) values ($1, 'settled') on conflict (day) do nothing`, [dayOf(day)]);
  await client.query(
    `insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, 1, $2, $2)
     on conflict (grain, start_on, content_id) do nothing`,
    [dayOf(day), count],
  );
  await settleLines(client, dayOf(day));
  await client.query('commit');
  client.release();
}

const LINES = `select video_tenths - 10 * video_won as lost, ad_tenths - 10 * ad_won as "lostOfAds", video_tenths as video,
  ad_tenths as ad from settlement_lines`;
const sum = (values: number[]) => values.reduce((total, n) => total + n, 0);

/** Where a step of the tariff may fall inside of a day. */
const opening = fc.constantFrom(0, 99_000, 499_500, 998_000).chain((near) => fc.nat(1500).map((n) => near + n));
const split = fc.array(fc.nat(900), { minLength: 1, maxLength: 8 });
/** Runs in any order, some of them again; in the end each day has had its run. */
const runs = (days: number) =>
  fc
    .tuple(
      fc.array(fc.nat(days - 1), { maxLength: 6 }),
      fc.shuffledSubarray([...Array(days).keys()], { minLength: days }),
    )
    .map(([again, all]) => [...again, ...all]);
const history = split.chain((counts) => fc.record({ opening, counts: fc.constant(counts), runs: runs(counts.length) }));

test('rule 3: however a count is split into days, and in whatever order and how often they run, the tenths sum to its worth', async () => {
  let steps = 0;
  const play = async ({
    opening: before,
    counts,
    runs: order,
  }: typeof history extends fc.Arbitrary<infer T> ? T : never) => {
    await query(
      'truncate contents, summaries, days, settlement_lines, settlement_creator_days restart identity cascade',
    );
    await query(
      `insert into contents (title, kind, duration_seconds, opening_views, opening_ad_views) values ('v', 'video', 600, $1, $1)`,
      [before],
    );
    for (const day of order) await run(day, counts[day] ?? 0);
    const lines = (await query(LINES)).rows;
    const [from, to] = [BigInt(before), BigInt(before + sum(counts))];
    expect(sum(lines.map((line) => line.video))).toBe(Number(priceOf(FIRST_TARIFF.video, from, to)));
    expect(sum(lines.map((line) => line.ad))).toBe(Number(priceOf(FIRST_TARIFF.ad, from, to)));
    for (const line of lines) for (const lost of [line.lost, line.lostOfAds]) expect(lost >= 0 && lost < 10).toBe(true);
    if (priceOf(FIRST_TARIFF.ad, from, to) % (to - from || 1n) !== 0n) steps += 1;
  };
  await fc.assert(fc.asyncProperty(history, play), { numRuns: 15 });
  expect(steps).toBeGreaterThan(0);
});
