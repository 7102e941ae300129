import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltEvent, buildDayOfEvents } from '@/db/builders/day-of-events';
import { assetStorage } from '@/lib/assets/asset-storage';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { adVideoIn, type SeededAdVideo, seedAdVideos, seedWatchTimes } from './seed-streaming';

const DAY = '2026-11-20' as Day;
const NOW = new Date('2026-11-21T21:00:00+09:00');
let folder = '';
let ads: SeededAdVideo[] = [];
let built: BuiltEvent[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-seed-'));
  process.env.BOXOFFICE_DATA_DIR = folder;
  resetEnv();
  ads = await seedAdVideos(1, NOW);
  const contents = [1, 2, 3].map((id) => ({
    id,
    kind: 'video' as const,
    durationSeconds: 1200,
    ownerMemberId: null,
    publishedOn: DAY,
  }));
  built = buildDayOfEvents({
    day: DAY,
    startMs: calendar().startOf(DAY).getTime(),
    untilMs: NOW.getTime(),
    age: 80,
    contents,
  });
});

afterAll(() => rm(folder, { recursive: true }));

test('the ad videos can be played, most are active, and one is the house’s', async () => {
  const { rows } = await db().$client.query('select file_key, owner_id, active from ad_videos order by id');
  expect(rows).toHaveLength(ads.length);
  for (const { file_key } of rows) expect((await assetStorage().get(file_key))?.byteLength).toBeGreaterThan(10_000);
  expect(rows.filter((row) => row.active).length).toBe(3);
  expect(rows.filter((row) => row.owner_id === null).length).toBe(1);
});

test('each ad view shows an active ad video, and each of them has its part', () => {
  const shown = built.filter((event) => event.type === 'ad-view').map((event) => adVideoIn(event, DAY, ads));
  expect(shown.length).toBeGreaterThan(100);
  const active = ads.filter((ad) => ad.active).map((ad) => ad.id);
  expect(new Set(shown)).toEqual(new Set(active));
  expect(
    built.filter((event) => event.type !== 'ad-view').map((event) => adVideoIn(event, DAY, ads)),
  ).not.toContainEqual(expect.any(Number));
});

test('time watched is that of the playbacks, never longer than the video, and in week and month too', async () => {
  await seedWatchTimes(built, DAY, NOW);
  const { rows } = await db().$client.query('select grain, content_id, milliseconds from watch_times order by 1, 2');
  expect(rows.map((row) => row.grain).join('')).toBe('dddmmmwww');
  const views = built.filter((event) => event.type === 'view' && !event.bot);
  const days = rows.filter((row) => row.grain === 'd');
  const total = days.reduce((sum, row) => sum + row.milliseconds, 0);
  expect(total).toBeGreaterThan(views.length * 60_000);
  expect(total).toBeLessThan(views.length * 1_200_000);
  expect(rows.filter((row) => row.grain === 'w').map((row) => row.milliseconds)).toEqual(
    days.map((row) => row.milliseconds),
  );
});
