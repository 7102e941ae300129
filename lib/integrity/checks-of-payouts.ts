import type { IntegrityCheck } from './check';

const STATEMENTS = 1000;

// In an order that is another one at each look, so that every statement has its turn.
const SOME_STATEMENTS = `select * from statements
order by hashint8extended(creator_id, extract(epoch from month + floor(extract(epoch from now()))::int)::bigint) limit ${STATEMENTS}`;

const SUMMED = `select count(*) as lines, coalesce(sum(video_won), 0)::bigint as video_won, coalesce(sum(ad_won), 0)::bigint as ad_won,
  encode(sha256(convert_to(sum(hash_record_extended(row(day, content_id, for_day, creator_id, views_before, views_after,
    ad_views_before, ad_views_after, video_tenths, ad_tenths, video_won, ad_won, tariff_version), 0))::text, 'UTF8')), 'hex') as lines_checksum
from settlement_lines where creator_id = s.creator_id and day >= s.month and day < s.month + interval '1 month'`;

const STATEMENTS_AND_LINES = `select to_char(s.month, 'YYYY-MM') as month, s.creator_id as "creatorId",
  s.video_won + s.ad_won as statement, l.video_won + l.ad_won as lines
from (${SOME_STATEMENTS}) s cross join lateral (${SUMMED}) l
where (s.video_won, s.ad_won, s.lines, s.lines_checksum) is distinct from (l.video_won, l.ad_won, l.lines, l.lines_checksum)
order by 1, 2`;

const STATEMENTS_AND_PAYOUTS = `select to_char(month, 'YYYY-MM') as month, creator_id as "creatorId", s.net_won as statement,
  p.amount_won as payout
from statements s full join payouts p using (creator_id, month)
where coalesce(s.net_won, 0) <> coalesce(p.amount_won, 0) order by 1, 2`;

const MONTHS = `select to_char(month, 'YYYY-MM') as month, m.net_won as net, coalesce(s.net_won, 0) as statements,
  m.creators, coalesce(s.creators, 0) as n
from settlement_months m full join (
  select month, sum(net_won)::bigint as net_won, count(*) as creators from statements group by month
) s using (month)
where (m.net_won, m.creators::bigint) is distinct from (coalesce(s.net_won, 0), coalesce(s.creators, 0)) order by 1`;

const CARRIED = `select creator_id as "creatorId", sum(carries_won)::bigint as carried, sum(carried_won)::bigint as taken
from statements group by creator_id having sum(carries_won) > sum(carried_won) order by 1`;

/** Whether what creators are paid is what their statements say, and those what their lines say (I8). */
export const checksOfPayouts: readonly IntegrityCheck[] = [
  {
    id: 'statements-are-lines',
    rule: 'I8',
    title: 'Statements are the sums of their lines',
    detail: `Amounts and checksum of each statement, computed again from the lines of its month. While there are more than ${STATEMENTS.toLocaleString('en')}, so many of them, other ones at each look.`,
    looked: `select least(count(*), ${STATEMENTS}) from statements`,
    breaches: STATEMENTS_AND_LINES,
  },
  {
    id: 'payouts-are-statements',
    rule: 'I8',
    title: 'Payouts are the nets of their statements',
    detail: 'Each statement that comes to something has one payout of that amount, and no payout is of anything else.',
    looked: 'select count(*) from statements',
    breaches: STATEMENTS_AND_PAYOUTS,
  },
  {
    id: 'months-are-statements',
    rule: 'I8',
    title: 'Closed months are their statements',
    detail: 'For each month, what was written down when it was closed against the statements that it has.',
    looked: 'select count(*) from settlement_months',
    breaches: MONTHS,
  },
  {
    id: 'carried-once',
    rule: 'I8',
    title: 'What is owed is carried on once',
    detail: 'Of each creator, no statement takes in more than earlier ones carried on.',
    looked: 'select count(distinct creator_id) from statements',
    breaches: CARRIED,
  },
];
