import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { batchDb, type Tx } from '@/lib/platform/database';
import { holdOrderOfPayouts } from './hold-order-of-payouts';
import { daysOfMonth, type Month, monthText } from './month';
import { statementErrors } from './statement-errors';
import { STATEMENT_COLUMNS, statementsInSql } from './statements-in-sql';

type CloseMonth = By & { month: Month };

/**
 * Closes a past month whose days are all closed, and issues its statements and payouts in the same transaction
 * (settlement rule 5); a month that is closed already stays as it is, and says no. Returns whether it was this one.
 * Errors: settlement/month-not-past, settlement/month-not-found, settlement/month-has-open-day.
 */
export async function closeMonth({ month, actor, requestId, now }: CloseMonth): Promise<boolean> {
  if (now < calendar().endOf(daysOfMonth(month).to)) throw statementErrors.monthNotPast(monthText(month));
  return batchDb().transaction(async (tx) => {
    await holdOrderOfPayouts(tx);
    if (await isClosed(tx, month)) return false;
    await refuseOpenDays(tx, month);
    await tx.execute(sql`insert into statements (${STATEMENT_COLUMNS}, closed_at)
      select s.*, ${now.toISOString()}::timestamptz from (${statementsInSql(month, null)}) s`);
    await tx.execute(payoutsOf(month, now));
    const [after] = (await tx.execute(monthRow(month, now, actor.name))).rows;
    const subject = { kind: 'settlement-month', id: monthText(month) };
    await appendAudit(tx, { actor, action: 'month.closed', subject, after, requestId });
    return true;
  });
}

async function isClosed(tx: Tx, month: Month): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from settlement_months where month = ${month}`);
  return rows.length > 0;
}

/** Days before the first one that is known are nobody's to close. */
async function refuseOpenDays(tx: Tx, month: Month): Promise<void> {
  const { to } = daysOfMonth(month);
  const { rows } = await tx.execute<{ first: Day | null; open: Day | null }>(sql`
    select first::text, (
      select min(g.day)::date::text from generate_series(greatest(first, ${month}::date), ${to}::date, '1 day') g(day)
      left join days d on d.day = g.day::date where d.state is distinct from 'closed'
    ) as open from (select min(day) as first from days) known`);
  const { first = null, open = null } = rows[0] ?? {};
  if (first === null || first > to) throw statementErrors.monthNotFound();
  if (open) throw statementErrors.monthHasOpenDay(open);
}

/** One for each statement that comes to something; of a creator who is held, held. */
const payoutsOf = (month: Month, now: Date) => sql`
  insert into payouts (creator_id, month, amount_won, state, held_from, held_reason, hold_id, created_at)
  select s.creator_id, s.month, s.net_won, case when h.id is null then 'pending' else 'held' end,
    case when h.id is not null then 'pending' end, h.reason, h.id, ${now.toISOString()}::timestamptz
  from statements s left join creator_holds h on h.creator_id = s.creator_id and h.lifted_at is null
  where s.month = ${month} and s.net_won > 0 order by s.creator_id`;

const monthRow = (month: Month, now: Date, by: string) => sql`
  insert into settlement_months (month, closed_at, closed_by, creators, video_won, ad_won, net_won)
  select ${month}::date, ${now.toISOString()}::timestamptz, ${by}, (select count(*) from statements where month = ${month}),
    coalesce(sum(video_won), 0), coalesce(sum(ad_won), 0),
    (select coalesce(sum(net_won), 0)::bigint from statements where month = ${month})
  from settlement_lines where day between ${month}::date and ${daysOfMonth(month).to}::date
  returning creators, video_won as "videoWon", ad_won as "adWon", net_won as "netWon"`;
