import { beforeEach, expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { ensureLinePartitions } from '@/lib/settlement/ensure-line-partitions';
import { settleLines } from '@/lib/settlement/settle-lines';
import { checksOfSettlement } from './checks-of-settlement';
import { checkIntegrity } from './queries/check-integrity';

const NOW = new Date('2026-11-05T12:00:00+09:00');
const d = (n: number) => `2026-11-0${n}` as Day;
const IDS = checksOfSettlement.map((check) => check.id);
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

/** Without triggers, as somebody with a grudge and the password would. */
const run = (text: string) => query(`begin; set local session_replication_role = replica; ${text}; commit`);

async function price(day: Day): Promise<void> {
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query(`insert into days (day, state) values ($1, 'settled') on conflict (day) do nothing`, [day]);
  await settleLines(client, day);
  await client.query('commit');
  client.release();
}

const count = (day: Day, contentId: number, views: number, adViews: number) =>
  query(
    `insert into summaries (grain, start_on, content_id, views, ad_views) values ('d', $1, $2, $3, $4)
     on conflict (grain, start_on, content_id) do update set views = excluded.views, ad_views = excluded.ad_views`,
    [day, contentId, views, adViews],
  );

// Over the step at 100,000, a day that is closed with views that came after it, and a tariff from the third day on.
beforeEach(async () => {
  await run(
    `truncate contents, content_owners, summaries, day_totals, days, event_deltas, events, settlement_lines, runs restart identity cascade;
     delete from tariffs where version > 1`,
  );
  await ensureLinePartitions({ from: d(1), to: d(5) });
  await query(
    `insert into contents (title, kind, duration_seconds, opening_views, opening_ad_views) values ('v', 'video', 600, 99997, 7), ('w', 'video', 600, 0, 0)`,
  );
  await query(
    `insert into tariffs (effective_on, video, ad) values ($1, '[{"from":1,"tenths":20}]', '[{"from":1,"tenths":30}]')`,
    [d(3)],
  );
  for (const n of [1, 2, 3]) {
    await count(d(n), 1, 4, 1);
    await count(d(n), 2, n, 0);
    await price(d(n));
  }
  await run(`update days set state = 'closed' where day = '${d(1)}'`);
  await count(d(1), 2, 3, 1);
  await query(`update days set owed = true where day = $1`, [d(1)]);
  await price(d(2));
  await query(`insert into runs (kind, day, attempt, state, started_at, checksum_in, checksum_out)
    select 'settle-day', day, attempt, 'succeeded', now(), 'in', 'out' from days, generate_series(1, 2) attempt`);
});

const looked = async () => (await checkIntegrity(NOW)).checks.filter((check) => IDS.includes(check.id));
const red = async () => (await looked()).filter((check) => check.ok !== true).map((check) => check.id);

test('all holds after days were priced, closed, corrected and priced by another tariff', async () => {
  const checks = await looked();
  expect(checks.filter((check) => check.ok !== true)).toEqual([]);
  expect(Object.fromEntries(checks.map((check) => [check.id, check.looked]))).toMatchObject({
    'runs-repeat': 3,
    'lines-recompute': 2,
    'counts-are-paid': 2,
    'adjustments-correct-closed': 1,
    'closed-lines-stand': 1,
  });
  const { rows } = await query('select count(*) as adjustments from settlement_lines where for_day < day');
  expect(rows).toEqual([{ adjustments: 1 }]);
});

type Break = { ids: string[]; breaks: string; mends?: string };

const breaks: [string, Break][] = [
  [
    'a won too many',
    {
      ids: ['lines-recompute'],
      breaks: `update settlement_lines set video_won = video_won + 1 where day = '${d(2)}' and content_id = 1`,
    },
  ],
  [
    'a tenth of a won too few',
    {
      ids: ['lines-recompute'],
      breaks: `update settlement_lines set ad_tenths = ad_tenths - 1 where day = '${d(3)}' and content_id = 1`,
    },
  ],
  [
    'the tariff of another day',
    { ids: ['lines-recompute'], breaks: `update settlement_lines set tariff_version = 1 where day = '${d(3)}'` },
  ],
  [
    'views that are paid twice',
    {
      ids: ['ordinals-continue', 'counts-are-paid', 'ordinals-are-counts'],
      breaks: `update settlement_lines set views_after = views_after + 4, video_tenths = video_tenths + 80, video_won = video_won + 8 where day = '${d(3)}' and content_id = 1;
        update settlement_lines set views_before = views_before - 1, video_tenths = video_tenths + 20, video_won = video_won + 2 where day = '${d(3)}' and content_id = 2`,
    },
  ],
  [
    'a line that vanished from between',
    {
      ids: ['ordinals-continue', 'counts-are-paid'],
      breaks: `delete from settlement_lines where day = '${d(2)}' and content_id = 1`,
    },
  ],
  [
    'the last line of a video, gone',
    {
      ids: ['counts-are-paid', 'ordinals-are-counts'],
      breaks: `delete from settlement_lines where day = '${d(3)}' and content_id = 1`,
    },
  ],
  [
    'a count that nobody is paid for',
    {
      ids: ['counts-are-paid', 'ordinals-are-counts'],
      breaks: `update summaries set views = views + 1 where start_on = '${d(2)}' and content_id = 2`,
    },
  ],
  [
    'counts of a closed day that nobody wrote down as owed',
    {
      ids: ['counts-are-paid', 'ordinals-are-counts'],
      breaks: `update days set owed = false; update summaries set ad_views = ad_views + 2 where start_on = '${d(1)}'`,
    },
  ],
  [
    'a day that corrects one that is open',
    {
      ids: ['adjustments-correct-closed'],
      breaks: `update settlement_lines set for_day = '${d(2)}' where day = '${d(3)}' and content_id = 1; delete from days where day = '${d(3)}'; update days set dirty = true where state = 'settled'`,
    },
  ],
  [
    'a closed line that was rewritten',
    {
      ids: ['closed-lines-stand'],
      breaks: `update settlement_lines set creator_id = 77 where day = '${d(1)}' and content_id = 2`,
    },
  ],
  [
    'a closed line that was added',
    {
      ids: ['closed-lines-stand', 'counts-are-paid'],
      breaks: `insert into contents (id, title, kind, duration_seconds) overriding system value values (9, 'x', 'video', 9);
      insert into settlement_lines (content_id, views_before, views_after, ad_views_before, ad_views_after, video_tenths, ad_tenths, video_won, ad_won, tariff_version, day, for_day)
      values (9, 0, 1, 0, 0, 10, 0, 1, 0, 1, '${d(1)}', '${d(1)}'); update days set owed = false;
      delete from settlement_lines where content_id = 2; delete from summaries where content_id = 2; update days set lines_checksum = '5' where day = '${d(1)}'`,
    },
  ],
  [
    'figures that came out otherwise from the same log',
    { ids: ['runs-repeat'], breaks: `update runs set checksum_out = 'other' where attempt = 2 and day = '${d(2)}'` },
  ],
  [
    'lines without their key',
    {
      ids: ['one-adjustment-one-key'],
      breaks: 'alter table settlement_lines drop constraint settlement_lines_pkey',
      mends: 'alter table settlement_lines add constraint settlement_lines_pkey primary key (day, content_id, for_day)',
    },
  ],
  [
    'closed lines that anybody may delete',
    {
      ids: ['closed-lines-guarded'],
      breaks: 'alter table settlement_lines disable trigger settlement_lines_closed_delete',
      mends: 'alter table settlement_lines enable trigger settlement_lines_closed_delete',
    },
  ],
];

test.each(breaks)('%s turns its check red', async (_, { ids, breaks, mends }) => {
  await run(breaks);
  const found = await red();
  await run(mends ?? 'select 1');
  expect(found.toSorted()).toEqual(ids.toSorted());
});

test('it shows where: the day, the video and both figures', async () => {
  await run(`update summaries set views = views + 1 where start_on = '${d(2)}' and content_id = 2`);
  const rows = (await looked()).find((check) => check.id === 'counts-are-paid')?.rows;
  expect(rows).toEqual([{ day: d(2), contentId: 2, views: 3, viewsPaid: 2, adViews: 0, adViewsPaid: 0 }]);
});

test('what waits for a run, is being run or is owed is no breach', async () => {
  await query(`update summaries set views = views + 5 where start_on = $1`, [d(2)]);
  expect(await red()).not.toEqual([]);
  await query(`update days set dirty = true where day = $1`, [d(2)]);
  expect(await red()).toEqual([]);
  await query(`update days set dirty = false`);
  await query(
    `insert into runs (kind, day, attempt, state, started_at) values ('settle-day', $1, 3, 'running', now())`,
    [d(2)],
  );
  expect(await red()).toEqual([]);
});
