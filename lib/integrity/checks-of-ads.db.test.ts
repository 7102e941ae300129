import { beforeEach, expect, test } from 'vitest';
import { makeParticipations } from '@/db/builders/ads';
import { SYSTEM } from '@/lib/accounts/actor';
import { createAd } from '@/lib/ads/create-ad';
import { pauseAd } from '@/lib/ads/pause-ad';
import { resumeAd } from '@/lib/ads/resume-ad';
import { updateAd } from '@/lib/ads/update-ad';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { checkIntegrity } from './queries/check-integrity';

const NOW = new Date('2026-11-21T12:00:00+09:00');
const BY = { actor: SYSTEM, requestId: 'of the test', now: NOW };
const WANTED = { text: 'What members read.', places: 5, startsAt: '2026-11-20', endsAt: '2026-11-30', eligibility: [] };

/** Without triggers, and undone by the next test's beginning. */
const run = (text: string) =>
  db().$client.query(`begin; set local session_replication_role = replica; ${text}; commit`);

// Three ads: of two participations, one paid and one to be; of one without a reward; and of none.
beforeEach(async () => {
  await ensurePartitions(partitionRange('2026-11-21' as Day));
  await run(
    `truncate ads, participations, point_accruals, point_transfers, point_entries, point_balances, audit_log restart identity;
     delete from graphile_worker._private_jobs`,
  );
  for (const [name, rewardPoints] of Object.entries({ one: 100, two: 0, three: 70 }))
    await createAd({ ...BY, wanted: { ...WANTED, name, rewardPoints } });
  await makeParticipations(db(), 1, [{ memberId: 'ann', joinedAt: NOW, paidAt: NOW }, { memberId: 'bob' }]);
  await makeParticipations(db(), 2, [{ memberId: 'ann', joinedAt: NOW }]);
});

const red = async () => (await checkIntegrity(NOW)).checks.filter((check) => check.ok !== true);

test('all holds after ads were registered, changed, paused, resumed and joined', async () => {
  await updateAd({ ...BY, id: 3, wanted: { places: 6, imageUrl: 'https://example.com/a.webp' } });
  await pauseAd({ ...BY, id: 3 });
  await resumeAd({ ...BY, id: 3 });
  await pauseAd({ ...BY, id: 2 });
  expect(await red()).toEqual([]);
});

test('each check says how much it compared', async () => {
  const { checks } = await checkIntegrity(NOW);
  const looked = Object.fromEntries(checks.map((check) => [check.id, check.looked]));
  expect(looked).toMatchObject({
    'places-are-participations': 3,
    'one-participation-one-key': 16,
    'participations-are-whole': 2,
    'ads-are-audited': 3,
  });
});

type Break = { id: string; breaks: string; rows: object[]; mends?: string; breaches?: number };

const breaks: [string, Break][] = [
  [
    'a place that is used by nobody',
    {
      id: 'places-are-participations',
      breaks: 'update ads set used = 4 where id = 1',
      rows: [{ adId: 1, places: 5, used: 4, participations: 2 }],
    },
  ],
  [
    'a participation that took no place',
    {
      id: 'places-are-participations',
      breaks: `insert into participations (ad_id, member_id, joined_at, reward_points, ad_name) values (3, 'ann', now(), 0, 'three')`,
      rows: [{ adId: 3, places: 5, used: 0, participations: 1 }],
    },
  ],
  [
    'an ad with more places used than it has',
    {
      id: 'places-are-participations',
      breaks: 'alter table ads drop constraint ads_used; update ads set places = 1 where id = 1',
      mends:
        'update ads set places = 5 where id = 1; alter table ads add constraint ads_used check (used between 0 and places)',
      rows: [{ adId: 1, places: 1, used: 2, participations: 2 }],
    },
  ],
  [
    'participations without their key',
    {
      id: 'one-participation-one-key',
      breaks: 'alter table participations drop constraint participations_pkey',
      mends: 'alter table participations add constraint participations_pkey primary key (member_id, ad_id)',
      rows: Array(5).fill({ partition: expect.stringContaining('participations_') }),
      breaches: 16,
    },
  ],
  [
    'a second participation of a member in an ad',
    {
      id: 'participations-are-whole',
      breaks: `alter table participations drop constraint participations_pkey;
        insert into participations (ad_id, member_id, joined_at, reward_points, ad_name) values (1, 'ann', now(), 100, 'one')`,
      mends: `delete from participations where joined_at <> '${NOW.toISOString()}';
        alter table participations add constraint participations_pkey primary key (member_id, ad_id)`,
      rows: [{ memberId: 'ann', adId: 1, participations: 2 }],
    },
  ],
  [
    'a participation in an ad that is not there',
    {
      id: 'participations-are-whole',
      breaks: `insert into participations (ad_id, member_id, joined_at, reward_points, ad_name) values (99, 'cleo', now(), 0, 'x')`,
      rows: [{ memberId: 'cleo', adId: 99, adName: 'x', participations: 1 }],
    },
  ],
  [
    'a participation that forgot the name of its ad',
    {
      id: 'participations-are-whole',
      breaks: `update participations set ad_name = '' where member_id = 'bob'`,
      rows: [{ memberId: 'bob', adId: 1, adName: '', participations: 1 }],
    },
  ],
  [
    'places raised in secret',
    {
      id: 'ads-are-audited',
      breaks: "update ads set places = 50, ends_at = ends_at + interval '1 day' where id = 3",
      rows: [{ adId: 3, state: 'open', action: 'ad.created', fields: 'endsAt, places' }],
    },
  ],
  [
    'an ad that was paused in secret',
    {
      id: 'ads-are-audited',
      breaks: `update ads set state = 'paused' where id = 2`,
      rows: [{ adId: 2, state: 'paused', fields: 'state' }],
    },
  ],
  [
    'an ad that nobody registered',
    {
      id: 'ads-are-audited',
      breaks: `delete from audit_log where subject_id = '3'`,
      rows: [{ adId: 3, state: 'open', action: null, at: null }],
    },
  ],
];

test.each(breaks)('%s turns its check red and shows where', async (_, { id, breaks, mends, rows, breaches }) => {
  await run(breaks);
  const found = (await red()).find((check) => check.id === id);
  await run(mends ?? 'select 1');
  expect(found).toMatchObject({ ok: false, breaches: breaches ?? rows.length, rows });
});
