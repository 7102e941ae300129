import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import { runDaily } from '@/lib/events/run-daily';
import { insertEvents } from '@/lib/events/store';
import type { Day } from '@/lib/kernel/day';
import { db, ingestDb } from '@/lib/platform/database';
import { payLateEvents } from '@/lib/settlement/pay-late-events';
import { priceDay } from '@/lib/settlement/price-day';
import { foldWatchTimes } from '@/lib/streaming/fold-watch-times';
import { addWatchTimes } from '@/lib/streaming/store';
import { checkIntegrity } from './queries/check-integrity';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const TODAY = '2026-11-21' as Day;
const YESTERDAY = '2026-11-20' as Day;
const IDS = ['ad-video-views-are-log', 'watch-times-add-up'];

const run = (text: string) => db().$client.query(text);
const red = async () => {
  const { checks } = await checkIntegrity(NOW);
  return checks.filter((check) => IDS.includes(check.id) && check.ok !== true);
};

async function show(viewer: string, second: number): Promise<string> {
  const id = randomUUID();
  const atMs = Date.parse(`${YESTERDAY}T11:00:00+09:00`) + second * 1000;
  const rest = { index: 0, contentId: 7, day: YESTERDAY, ownerMemberId: null, adPositionSeconds: 300, adVideoId: 5 };
  const candidate = { ...rest, id, type: 'ad-view' as const, viewer, atMs };
  await insertEvents(ingestDb().$client, [{ candidate, reason: null }], { rejected: new Map(), duplicates: 0 });
  return id;
}

beforeEach(async () => {
  await ensurePartitions(partitionRange(TODAY));
  await run(
    `insert into contents (id, title, kind, duration_seconds) overriding system value values (7, 'v', 'video', 900) on conflict do nothing`,
  );
  await show('m:ann', 0);
  await show('m:bob', 0);
  await foldDeltas();
  await runDaily(NOW, priceDay);
  const part = (day: Day, milliseconds: number) => ({ contentId: 7, day, milliseconds });
  await addWatchTimes(db().$client, [part(YESTERDAY, 5000), part(TODAY, 3000)]);
  await foldWatchTimes(db());
  await addWatchTimes(db().$client, [part(TODAY, 400)]);
});

afterEach(() =>
  run(
    `truncate events, event_deltas, summaries, day_totals, days, runs, provisional_verdicts, settlement_lines,
      ad_video_views, watch_times, watch_day_totals cascade`,
  ),
);

test('both hold after a run, folds, and time that waits to be folded', async () => {
  expect(await red()).toEqual([]);
  const { checks } = await checkIntegrity(NOW);
  expect(checks.filter((check) => IDS.includes(check.id)).map((check) => check.looked)).toEqual([1, 2]);
});

const breaks: [string, string, string, object][] = [
  [
    'a view of an ad video that nobody had',
    IDS[0] ?? '',
    'update ad_video_views set views = views + 1',
    { day: YESTERDAY, contentId: 7, adVideoId: 5, log: 2, figures: 3 },
  ],
  [
    'views of an ad video that were lost',
    IDS[0] ?? '',
    'delete from ad_video_views',
    { day: YESTERDAY, contentId: 7, adVideoId: 5, log: 2, figures: 0 },
  ],
  [
    'a week that is more than its days',
    IDS[1] ?? '',
    `update watch_times set milliseconds = milliseconds + 10 where grain = 'w'`,
    { period: 'week', startOn: '2026-11-16', contentId: 7, difference: -10 },
  ],
  [
    'a total of a day that is less than its contents',
    IDS[1] ?? '',
    `update watch_day_totals set milliseconds = milliseconds - 10 where day = '${TODAY}'`,
    { period: 'day', startOn: TODAY, contentId: null, difference: 10 },
  ],
];

test.each(breaks)('%s turns its check red and shows where', async (_, id, breaking, row) => {
  await run(breaking);
  expect(await red()).toMatchObject([{ id, ok: false, breaches: 1, rows: [row] }]);
});

test('a late ad view of a closed day is in the report as soon as it is judged', async () => {
  await run(`update days set state = 'closed' where day = '${YESTERDAY}'`);
  const late = await show('m:eve', 60);
  await run(
    `insert into provisional_verdicts (day, content_id, id) values ('${YESTERDAY}', 7, '${late}') on conflict do nothing`,
  );
  await payLateEvents();
  expect((await run('select views from ad_video_views')).rows).toEqual([{ views: 3 }]);
  expect(await red()).toEqual([]);
});
