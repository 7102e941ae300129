import { partitionName } from '@/lib/events/ensure-partitions';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { batchDb } from '@/lib/platform/database';

export type SeedVideos = { videos: number; events: number; day: Day };

/**
 * A catalogue with owners and opening totals, and a past day of events on it that nothing has judged or summed yet, all by
 * set-based SQL; the same ones for the same numbers. Half of the events go round the catalogue, so that all of it is
 * watched, and half to few videos; one of ten is the one before it, sent again ten seconds later. The partitions of the
 * day and the day before are there already. Throws when the day is closed.
 */
export async function seedVideos({ videos, events, day }: SeedVideos): Promise<void> {
  const query = (text: string, values: unknown[] = []) => batchDb().$client.query(text, values);
  const { rows: held } = await query(OPEN_DAY, [day]);
  if (held.length === 0) throw new Error(`${day} is closed; choose another --day.`);
  await query(CREATORS);
  await query(ROLES);
  const { rows } = await query('select coalesce(max(id), 0)::bigint as last from contents');
  const last = rows[0]?.last ?? 0;
  await query(CONTENTS, [videos, last]);
  await query(OWNERS, [last]);
  await query(EVENTS, [day, calendar().startOf(day).toISOString(), events, videos, last]);
  for (const table of ['contents', 'content_owners', partitionName(day)]) await query(`analyze ${table}`);
}

const CREATOR_COUNT = 1000;
const VIEWERS = 400_000;

const OPEN_DAY = `insert into days as d (day) values ($1) on conflict (day) do update set dirty = d.state = 'settled'
  where d.state <> 'closed' returning day`;

const CREATORS = `insert into users (email, name, member_id)
  select 'creator-' || n || '@seed.boxoffice.example', 'Seed creator ' || n, 'seed-creator-' || n
  from generate_series(1, ${CREATOR_COUNT}) n on conflict do nothing`;

const SEED_CREATORS = `select id, member_id, row_number() over (order by id) as n from users
  where member_id like 'seed-creator-%' order by id`;

const ROLES = `insert into user_roles (user_id, role) select id, 'creator' from (${SEED_CREATORS}) c on conflict do nothing`;

/** A number from 0 up to 1 that follows from `n` and a salt. */
const chance = (n: string, salt: number) => `((hashint8extended(${n}, ${salt}) & 4294967295) / 4294967296.0::float8)`;

// Opening totals reach over every step of the tariff for a few, and are small for most.
const CONTENTS = `insert into contents (title, kind, duration_seconds, creator_id, opening_views, opening_ad_views)
  select 'Video ' || $2::bigint + v, 'video', 300 + (hashint8extended(v, 1) & 4095)::int, c.id,
    floor(power(${chance('v', 2)}, 12) * 2000000), floor(power(${chance('v', 3)}, 12) * 1500000)
  from generate_series(1, $1::bigint) v join (${SEED_CREATORS}) c on c.n = 1 + v % ${CREATOR_COUNT} order by v`;

const OWNERS = `insert into content_owners (content_id, from_on, creator_id)
  select id, '2000-01-01', creator_id from contents where id > $1 order by id`;

// `k` is the event whose video, viewer and time it has: the one before for one of ten.
const EVENTS = `insert into events (day, content_id, id, type, reason, viewer, at, ad_position_seconds)
  select $1::date, $5::bigint + video, md5($5 || ' ' || n)::uuid, type, 0,
    case when ${chance('k', 4)} < 0.001 then 'm:seed-creator-' || 1 + video % ${CREATOR_COUNT} else 'm:seed-' || floor(${chance('k', 5)} * ${VIEWERS}) end,
    $2::timestamptz + floor(${chance('k', 6)} * 86380) * interval '1 second' + (n - k) * interval '10 seconds',
    case when type = 5 then 300 end
  from (
    select n, k, case when ${chance('k', 7)} < 0.6 then 4 when ${chance('k', 7)} < 0.9 then 5 else 1 end as type,
      case when k % 2 = 0 then 1 + (k / 2) % $4::bigint else 1 + floor(power(${chance('k', 8)}, 3) * $4::bigint)::bigint end as video
    from (select n, case when n % 10 = 1 then n - 1 else n end as k from generate_series(1, $3::bigint) n) as numbered
  ) as drawn`;
