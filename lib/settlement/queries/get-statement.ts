import { sql } from 'drizzle-orm';
import { db } from '@/lib/platform/database';
import { statementErrors } from '../statement-errors';
import type { StatementKey } from '../statement-id';
import { STATEMENT_PARTS, type StatementRow, statementOf } from '../statement-row';
import type { Statement } from '../statement-schema';
import { STATEMENT_COLUMNS, statementsInSql } from '../statements-in-sql';

/** One statement, provisional while its month is open. Errors: settlement/statement-not-found. */
export async function getStatement({ month, creatorId }: StatementKey): Promise<Statement> {
  const frozen = sql`select ${STATEMENT_COLUMNS}, closed_at from statements where creator_id = ${creatorId} and month = ${month}`;
  const provisional = sql`select *, null::timestamptz as closed_at from (${statementsInSql(month, creatorId)}) provisional
    where not exists (select from settlement_months where month = ${month})`;
  for (const statement of [frozen, provisional]) {
    const { rows } = await db().execute<StatementRow>(sql`
      select ${STATEMENT_PARTS} from (${statement}) s left join users u on u.id = s.creator_id
      left join payouts p on p.creator_id = s.creator_id and p.month = s.month
      left join payout_accounts a on a.creator_id = s.creator_id`);
    if (rows[0]) return statementOf(rows[0]);
  }
  throw statementErrors.statementNotFound();
}
