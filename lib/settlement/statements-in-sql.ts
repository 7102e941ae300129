import { type SQL, sql } from 'drizzle-orm';
import { REASON_CODES, TYPE_CODES } from '@/lib/events/codes';
import { env } from '@/lib/platform/env';
import { daysOfMonth, type Month } from './month';

/** Columns of `statements` that `statementsInSql` gives, in its order; only `closed_at` is missing. */
export const STATEMENT_COLUMNS = sql.raw(
  `creator_id, month, videos, views, ad_views, video_won, ad_won, adjustments_won, carried_won, payee, income_tax_rate,
   local_tax_rate, income_tax_won, local_tax_won, net_won, carries_won, refusals, lines, lines_checksum`,
);

/**
 * The statements of a month from its lines, of one creator or of all (null), as one query: what closing a month writes
 * down and what an open month shows. The arithmetic is that of `payableOf`, and a test holds them to each other.
 */
export function statementsInSql(month: Month, creatorId: number | null): SQL {
  const { from, to } = daysOfMonth(month);
  const { WITHHOLDING_INCOME_TAX_BASIS_POINTS: income, WITHHOLDING_LOCAL_TAX_BASIS_POINTS: local } = env();
  return sql`with ${earned(from, to, creatorId)}, ${refused(from, to, creatorId)}, due as (
    select e.*, coalesce(a.payee, 'individual') as payee, coalesce(b.carried_won, 0) as carried_won,
      e.video_won + e.ad_won + coalesce(b.carried_won, 0) as due_won
    from earned e left join payout_accounts a using (creator_id) left join ${BEFORE} b using (creator_id)
  ), income as (
    select *, case when payee = 'individual' and due_won > 0 then due_won * ${income}::bigint / 100000 * 10 else 0 end as income_tax_won
    from due
  ), taxed as (
    select *, income_tax_won * ${local}::bigint / 100000 * 10 as local_tax_won from income
  )
  select t.creator_id, ${month}::date as month, videos, views, ad_views, video_won, ad_won, adjustments_won, carried_won,
    payee, ${income}::int as income_tax_rate, ${local}::int as local_tax_rate, income_tax_won, local_tax_won,
    greatest(due_won, 0) - income_tax_won - local_tax_won as net_won, least(due_won, 0) as carries_won,
    coalesce(r.refusals, '[]'::jsonb) as refusals, lines, lines_checksum
  from taxed t left join refused r using (creator_id)`;
}

/** The sum of all lines of a creator that stand in the month, and a checksum that any of them would change. */
const earned = (from: string, to: string, creatorId: number | null) => sql`earned as (
  select creator_id, count(distinct content_id) as videos, count(*) as lines,
    sum(views_after - views_before)::bigint as views, sum(ad_views_after - ad_views_before)::bigint as ad_views,
    sum(video_won)::bigint as video_won, sum(ad_won)::bigint as ad_won,
    coalesce(sum(video_won + ad_won) filter (where for_day < day), 0)::bigint as adjustments_won,
    encode(sha256(convert_to(sum(hash_record_extended(row(day, content_id, for_day, creator_id, views_before, views_after,
      ad_views_before, ad_views_after, video_tenths, ad_tenths, video_won, ad_won, tariff_version), 0))::text, 'UTF8')), 'hex') as lines_checksum
  from settlement_lines
  where day between ${from}::date and ${to}::date and creator_id is not null
    and (${creatorId}::bigint is null or creator_id = ${creatorId}::bigint)
  group by creator_id
)`;

// What each creator still owes from all statements so far: what they carried on, less what later ones took in.
const BEFORE = sql`(
  select creator_id, sum(carries_won - carried_won)::bigint as carried_won from statements group by creator_id
)`;

const codes = (names: readonly number[]) => sql.raw(names.join(', '));
const { view, 'ad-view': adView } = TYPE_CODES;

// The day's figures say which videos have refused events at all; what each was is in the log only, by its key.
const refused = (from: string, to: string, creatorId: number | null) => sql`refused as (
  select creator_id, jsonb_agg(jsonb_build_object('type', type, 'reason', reason, 'count', n) order by type desc, n desc, reason) as refusals
  from (
    select o.creator_id, case e.type when ${view} then 'view' else 'ad-view' end as type, ${reasonName} as reason, count(*) as n
    from summaries s
    join contents c on c.id = s.content_id and c.kind = 'video'
    join lateral (
      select w.creator_id from content_owners w where w.content_id = s.content_id and w.from_on <= s.start_on
      order by w.from_on desc limit 1
    ) o on o.creator_id is not null and (${creatorId}::bigint is null or o.creator_id = ${creatorId}::bigint)
    join events e on e.day = s.start_on and e.content_id = s.content_id
      and e.type in (${codes([view, adView])}) and e.reason <> 0
    where s.grain = 'd' and s.start_on between ${from}::date and ${to}::date
      and s.repeat_view + s.own_content + s.daily_cap + s.bot + s.blocked > 0
      and (${creatorId}::bigint is null or s.content_id in (
        select id from contents where creator_id = ${creatorId}::bigint
        union select content_id from content_owners where creator_id = ${creatorId}::bigint))
    group by 1, 2, 3
  ) counted group by creator_id
)`;

const reasonName = sql.raw(
  `case e.reason ${Object.entries(REASON_CODES)
    .map(([name, code]) => `when ${code} then '${name}'`)
    .join(' ')} else e.reason::text end`,
);
