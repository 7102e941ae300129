import { db } from '@/lib/platform/database';
import { type Month, monthText } from '../month';
import type { PayoutSummary } from '../payout-schema';
import type { PayoutState } from '../statement-schema';

type Row = { state: PayoutState; file: string | null; account: boolean; count: number; amount: number };

/** What there is to pay, of a month or of all. */
export async function getPayoutSummary(month: Month | null): Promise<PayoutSummary> {
  const { rows } = await db().$client.query<Row>(
    `select p.state, case when p.state = 'approved' then p.file end as file, a.creator_id is not null as account,
       count(*) as count, sum(p.amount_won)::bigint as amount
     from payouts p left join payout_accounts a using (creator_id)
     where $1::date is null or p.month = $1 group by 1, 2, 3 order by 2`,
    [month],
  );
  const of = (fits: (row: Row) => boolean) =>
    rows.filter(fits).reduce((sum, row) => ({ count: sum.count + row.count, amount: sum.amount + row.amount }), {
      count: 0,
      amount: 0,
    });
  const files = [...new Set(rows.flatMap((row) => row.file ?? []))];
  return {
    month: month && monthText(month),
    pending: of((row) => row.state === 'pending'),
    approved: of((row) => row.state === 'approved'),
    paid: of((row) => row.state === 'paid'),
    held: of((row) => row.state === 'held'),
    noAccount: of((row) => row.state === 'pending' && !row.account),
    notInFile: of((row) => row.state === 'approved' && row.file === null),
    files: files.map((reference) => ({ reference, ...of((row) => row.file === reference) })),
  };
}
