import { type SQL, sql } from 'drizzle-orm';
import { badCursor } from '@/lib/kernel/bad-cursor';
import { type Day, parseDay } from '@/lib/kernel/day';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { type Month, monthOf, monthText } from '../month';
import { STATEMENT_PARTS, type StatementRow, statementOf } from '../statement-row';
import type { Statement, StatementQuery } from '../statement-schema';
import { STATEMENT_COLUMNS, statementsInSql } from '../statements-in-sql';

type ListStatements = Omit<StatementQuery, 'creatorId'> & { creatorId: number | null; today: Day };

/**
 * Statements, the latest month first, then by creator. Those of open months are provisional, and are made up for one
 * creator only: of everybody they would be the whole month summed at each look.
 */
export async function listStatements(asked: ListStatements): Promise<Page<Statement>> {
  const { creatorId, month, cursor, limit, today } = asked;
  const after = cursor === undefined ? null : keyOf(cursor);
  const open =
    creatorId === null ? [] : (await openMonths(today)).filter((one) => month === undefined || one === month);
  const all: SQL[] = [sql`select ${STATEMENT_COLUMNS}, closed_at from statements`];
  for (const one of open)
    all.push(sql`select *, null::timestamptz as closed_at from (${statementsInSql(one, creatorId)}) provisional`);
  const { rows } = await db().execute<StatementRow>(sql`
    select ${STATEMENT_PARTS} from (${sql.join(all, sql` union all `)}) s left join users u on u.id = s.creator_id
    left join payouts p on p.creator_id = s.creator_id and p.month = s.month
    left join payout_accounts a on a.creator_id = s.creator_id
    where (${creatorId}::bigint is null or s.creator_id = ${creatorId}::bigint)
      and (${month ?? null}::date is null or s.month = ${month ?? null}::date)
      and (${after?.month ?? null}::date is null or s.month < ${after?.month ?? null}::date
        or s.month = ${after?.month ?? null}::date and s.creator_id > ${after?.creatorId ?? null}::bigint)
    order by s.month desc, s.creator_id limit ${limit + 1}`);
  return pageOf(rows.map(statementOf), limit, (row) => [row.month, row.creator.id]);
}

function keyOf(cursor: string): { month: Month; creatorId: number } {
  const [text, creatorId] = decodeCursor(cursor, 2) ?? [];
  const month = typeof text === 'string' ? monthOf(text) : null;
  if (!month || typeof creatorId !== 'number' || !Number.isSafeInteger(creatorId)) throw badCursor();
  return { month, creatorId };
}

/** Months with lines that are not closed, up to today's. */
async function openMonths(today: Day): Promise<Month[]> {
  const { rows } = await db().$client.query<{ month: string }>(
    `select to_char(m, 'YYYY-MM-DD') as month from generate_series(
       (select date_trunc('month', min(day)) from days), date_trunc('month', $1::date), '1 month') m
     where not exists (select from settlement_months c where c.month = m::date) order by 1`,
    [`${monthText(today)}-01`],
  );
  return rows.flatMap((row) => parseDay(row.month) ?? []);
}
