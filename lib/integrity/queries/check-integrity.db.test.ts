import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { foldDeltas } from '@/lib/events/fold-deltas';
import type { Candidate } from '@/lib/events/read-events';
import { recordLikes } from '@/lib/events/record-likes';
import { runDaily } from '@/lib/events/run-daily';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import type { IntegrityResult } from '../schema';
import { checkIntegrity } from './check-integrity';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const TODAY = '2026-11-21' as Day;
const YESTERDAY = '2026-11-20' as Day;

const run = (text: string) => db().$client.query(text);

/** Three contents, five viewers: a click, a repeated one, a view and a like of each, and one who thinks better of it. */
async function happen(day: Day): Promise<void> {
  const noon = Date.parse(`${day}T11:00:00+09:00`);
  const events = [1, 2, 3].flatMap((contentId) =>
    ['ann', 'bob', 'cleo', 'dan', 'eve'].flatMap((name) => {
      const event = (type: Candidate['type'], seconds: number): Candidate => ({
        index: 0,
        id: randomUUID(),
        type,
        contentId,
        ownerMemberId: null,
        day,
        atMs: noon + seconds * 1000,
        viewer: `m:${name}`,
        adPositionSeconds: null,
        adVideoId: null,
      });
      const events = [event('click', 0), event('click', 0.5), event('view', 1), event('like', 9), event('like', 10)];
      return name === 'eve' ? [...events, event('unlike', 20)] : events;
    }),
  );
  const judged = events.map((candidate) => ({ candidate, reason: null }));
  await recordLikes(judged, { rejected: new Map(), duplicates: 0 });
}

// Two days in the figures, one of them judged again; the same once more of today that waits to be folded.
beforeEach(async () => {
  await ensurePartitions(partitionRange(TODAY));
  await happen(YESTERDAY);
  await happen(TODAY);
  await foldDeltas();
  await runDaily(NOW);
  await happen(TODAY);
});

afterEach(async () => {
  await run('truncate events, event_deltas, summaries, day_totals, days, runs, likes');
});

const broken = async (): Promise<IntegrityResult[]> =>
  (await checkIntegrity(NOW)).checks.filter((check) => check.ok !== true);

test('every promise holds after events, folds and a daily run', async () => {
  const { checks, days, checkedAt } = await checkIntegrity(NOW);
  expect(checks.filter((check) => check.ok !== true)).toEqual([]);
  expect(new Set(checks.map((check) => check.rule))).toEqual(
    new Set(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I9', 'I10', 'I11', 'I12', 'I13', 'I14', 'I15', 'I16']),
  );
  expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
  expect(days).toContain(YESTERDAY);
  expect(days).toContain(TODAY);
  expect(checkedAt).toBe(NOW.toISOString());
});

type Break = { id: string; rows: object[]; breaks: string; mends?: string; breaches?: number };

const breaks: [string, Break][] = [
  [
    'a summary that counts one click too many',
    {
      id: 'log-is-figures',
      breaks: `update summaries set clicks = clicks + 1 where content_id = 2 and start_on = '${TODAY}' and grain = 'd'`,
      rows: [{ day: TODAY, contentId: 2, metric: 'clicks', log: 20, figures: 21 }],
    },
  ],
  [
    'a delta that was lost',
    {
      id: 'log-is-figures',
      breaks: `delete from event_deltas where content_id = 3 and metric = 4`,
      rows: [{ day: TODAY, contentId: 3, metric: 'views', log: 10, figures: 5 }],
    },
  ],
  [
    'an event that vanished from the log',
    {
      id: 'log-is-figures',
      breaks: `delete from events where day = '${YESTERDAY}' and content_id = 1 and type = 5 or content_id = 1 and day = '${YESTERDAY}' and type = 4 and viewer = 'm:ann'`,
      rows: [{ day: YESTERDAY, contentId: 1, metric: 'views', log: 4, figures: 5 }],
    },
  ],
  [
    'a figure of a content that the log knows nothing of',
    {
      id: 'log-is-figures',
      breaks: `insert into summaries (grain, start_on, content_id, ad_views) values ('d', '${YESTERDAY}', 9, 4)`,
      rows: [{ day: YESTERDAY, contentId: 9, metric: 'ad_views', log: 0, figures: 4 }],
    },
  ],
  [
    'a week that is more than its days',
    {
      id: 'periods-are-sums',
      breaks: `update summaries set views = views + 2 where grain = 'w' and content_id = 1`,
      rows: [{ period: 'week', startOn: '2026-11-16', contentId: 1, metric: 'views', difference: -2 }],
    },
  ],
  [
    'a month that lost a content',
    {
      id: 'periods-are-sums',
      breaks: `delete from summaries where grain = 'm' and content_id = 2`,
      rows: [
        { period: 'month', startOn: '2026-11-01', contentId: 2, metric: 'already_liked' },
        { period: 'month', startOn: '2026-11-01', contentId: 2, metric: 'clicks' },
        { period: 'month', startOn: '2026-11-01', contentId: 2, metric: 'likes' },
        { period: 'month', startOn: '2026-11-01', contentId: 2, metric: 'rapid_repeat' },
        { period: 'month', startOn: '2026-11-01', contentId: 2, metric: 'unlikes' },
      ],
      breaches: 6,
    },
  ],
  [
    'totals of a day that are not the sum of its contents',
    {
      id: 'totals-are-sums',
      breaks: `update day_totals set likes = likes - 3 where day = '${YESTERDAY}'`,
      rows: [{ day: YESTERDAY, metric: 'likes', difference: 3 }],
    },
  ],
  [
    'a stored event that is neither counted nor refused',
    {
      id: 'stored-is-judged',
      breaks: `insert into events (id, content_id, at, day, type, reason, viewer) values (gen_random_uuid(), 1, now(), '${TODAY}', 1, 0, 'm:x')`,
      rows: [{ day: TODAY, stored: 157, counted: 96, refused: 60 }],
    },
  ],
  [
    'a viewer who likes a content though no like was counted',
    {
      id: 'likes-are-net',
      breaks: `insert into likes (content_id, viewer, liked, at, event_id) values (2, 'm:zoe', true, now(), gen_random_uuid())`,
      rows: [{ contentId: 2, liking: 5, net: 4 }],
    },
  ],
  [
    'an event of a day without a partition',
    {
      id: 'default-partition-empty',
      breaks: `insert into events (id, content_id, at, day, type, reason, viewer) values (gen_random_uuid(), 1, now(), '2027-03-01', 1, 0, 'm:x')`,
      rows: [{ day: '2027-03-01', events: 1 }],
    },
  ],
  [
    'a missing partition',
    { id: 'partitions-ahead', breaks: 'drop table events_p20261125', rows: [{ day: '2026-11-25' }] },
  ],
  [
    'a log without its key',
    {
      id: 'one-event-one-key',
      breaks: 'alter table events drop constraint events_pkey',
      mends: 'alter table events add constraint events_pkey primary key (day, content_id, id)',
      rows: Array(5).fill({ partition: expect.stringContaining('events_') }),
      breaches: 12,
    },
  ],
  [
    'an audit log that may be rewritten',
    {
      id: 'audit-append-only',
      breaks: 'alter table audit_log disable trigger user',
      mends: 'alter table audit_log enable trigger user',
      rows: [{ change: 'UPDATE' }, { change: 'DELETE' }, { change: 'TRUNCATE' }],
    },
  ],
  [
    'a key that was revoked in secret',
    {
      id: 'changes-are-audited',
      breaks: `insert into api_keys (name, kind, prefix, hash, scopes, requests_per_second, burst, revoked_at)
        values ('k', 'secret', 'bo_sk_000000', 'h', '{}', 1, 1, now())`,
      mends: 'delete from api_keys',
      rows: [{ subject: 'key', action: 'key.revoked' }],
    },
  ],
];

test.each(breaks)('%s turns its check red and shows where', async (_, { id, breaks, mends, rows, breaches }) => {
  await run(breaks);
  const found = (await broken()).find((check) => check.id === id);
  await run(mends ?? 'select 1');
  expect(found).toMatchObject({ ok: false, breaches: breaches ?? rows.length, rows });
});

test('closed days older than the newest seven are left alone, others never', async () => {
  await run(`insert into days (day, state) select '2026-10-01'::date + n, 'closed' from generate_series(0, 29) as n`);
  await run(`insert into days (day, state) values ('2026-09-15', 'settled')`);
  await run(`insert into event_deltas (day, content_id, metric, n) values ('2026-10-02', 1, 1, 1)`);
  const { days } = await checkIntegrity(NOW);
  expect(days.slice(0, 2)).toEqual(['2026-09-15', '2026-09-16']);
  expect(days.filter((day) => day.startsWith('2026-10'))).toEqual([
    '2026-10-02',
    ...[24, 25, 26, 27, 28, 29, 30].map((day) => `2026-10-${day}`),
    '2026-10-31',
  ]);
});

test('a check that takes too long says so, and the others still answer', async () => {
  const client = await db().$client.connect();
  await client.query('begin');
  await client.query('lock table likes in access exclusive mode');
  const { checks } = await checkIntegrity(NOW, 400);
  await client.query('rollback');
  client.release();
  expect(checks.filter((check) => check.ok !== true)).toEqual([
    expect.objectContaining({ id: 'likes-are-net', ok: null, breaches: 0, rows: [] }),
  ]);
});

test('who asks while a check is under way gets its answer', async () => {
  const [first, second] = await Promise.all([
    checkIntegrity(NOW),
    checkIntegrity(new Date('2026-11-21T13:00:00+09:00')),
  ]);
  expect(second).toBe(first);
  expect(await checkIntegrity(NOW)).not.toBe(first);
});
