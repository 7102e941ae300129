import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { type Tx, transaction } from '@/lib/platform/database';
import { sha256 } from '@/lib/platform/secret';
import { bankName } from './account-schema';
import { type Month, monthText } from './month';
import { openNumber } from './open-number';
import { payoutErrors } from './payout-errors';

/** A transfer as a bank's bulk form wants it. */
export type Transfer = [bank: string, bankName: string, number: string, holder: string, won: number, memo: string];
export type BankFile = { reference: string; transfers: Transfer[] };

type ExportPayouts = By & { month: Month; file?: string | undefined };

/**
 * A file for the bank of the approved payouts of a month that are in none yet, under a reference by which they are paid
 * later; or, with that reference, the same file again, without what was held since. No payout is in two files, so sending
 * each once pays each once. Marks nothing as paid.
 * Errors: settlement/nothing-to-export, settlement/payout-file-not-found, settlement/number-unreadable.
 */
export async function exportPayouts({ month, file, ...by }: ExportPayouts): Promise<BankFile> {
  return transaction(async (tx) => {
    const rows = await approvedOf(tx, month, file);
    if (rows.length === 0) throw file ? payoutErrors.fileNotFound() : payoutErrors.nothingToExport();
    const reference = file ?? `${monthText(month)}-${sha256(JSON.stringify(rows)).slice(0, 8)}`;
    const transfers = rows.map((row) => transferOf(row, month));
    const ids = sql.param(rows.map((row) => row.id));
    await tx.execute(sql`update payouts set file = ${reference} where id = any(${ids}::bigint[]) and file is null`);
    const after = { payouts: rows.length, amount: rows.reduce((sum, row) => sum + row.amount, 0) };
    await appendAudit(tx, {
      ...by,
      action: 'payouts.exported',
      subject: { kind: 'payout-file', id: reference },
      after,
    });
    return { reference, transfers };
  });
}

type Row = { id: number; creatorId: number; bank: string; sealedNumber: string; holder: string; amount: number };

function transferOf(row: Row, month: Month): Transfer {
  const number = openNumber(row.creatorId, row.sealedNumber);
  return [row.bank, bankName(row.bank, 'ko'), number, row.holder, row.amount, `${monthText(month)} ${row.id}`];
}

/** Nobody else exports, holds or pays one of them before the file is made. */
async function approvedOf(tx: Tx, month: Month, file: string | undefined): Promise<Row[]> {
  const { rows } =
    await tx.execute<Row>(sql`select id, creator_id as "creatorId", bank, sealed_number as "sealedNumber",
    holder, amount_won as amount from payouts
    where month = ${month} and state = 'approved' and file is not distinct from ${file ?? null}::text order by id for update`);
  return rows;
}
