import { sql } from 'drizzle-orm';
import { daysOfMonth, type Month, monthText } from './month';
import { statementId } from './statement-id';
import type { Payee, PayoutState, Statement } from './statement-schema';

const INSTANT = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What `statementOf` reads, of statements `s`, people `u`, payouts `p` and payout accounts `a`. */
export const STATEMENT_PARTS =
  sql.raw(`s.creator_id as "creatorId", s.month, s.videos, s.views, s.ad_views as "adViews",
  s.video_won as "videoWon", s.ad_won as "adWon", s.adjustments_won as "adjustmentsWon", s.carried_won as "carriedWon", s.payee,
  s.income_tax_rate as "incomeTaxRate", s.local_tax_rate as "localTaxRate", s.income_tax_won as "incomeTaxWon",
  s.local_tax_won as "localTaxWon", s.net_won as "netWon", s.carries_won as "carriesWon", s.refusals, s.lines,
  s.lines_checksum as "linesChecksum", ${INSTANT('s.closed_at')} as "closedAt", coalesce(u.name, u.email, '') as "creatorName",
  p.id as "payoutId", p.state as "payoutState", p.amount_won as "amountWon",
  case when p.state = 'pending' and a.creator_id is null then 'no-account' else p.held_reason end as "payoutReason",
  coalesce(p.bank, a.bank) as bank, coalesce(p.last4, a.last4) as last4, coalesce(p.holder, a.holder) as holder,
  ${INSTANT('p.approved_at')} as "approvedAt", ${INSTANT('p.paid_at')} as "paidAt"`);

export type StatementRow = {
  creatorId: number;
  month: Month;
  videos: number;
  views: number;
  adViews: number;
  videoWon: number;
  adWon: number;
  adjustmentsWon: number;
  carriedWon: number;
  payee: Payee;
  incomeTaxRate: number;
  localTaxRate: number;
  incomeTaxWon: number;
  localTaxWon: number;
  netWon: number;
  carriesWon: number;
  refusals: Statement['refusals'];
  lines: number;
  linesChecksum: string;
  closedAt: string | null;
  creatorName: string;
  payoutId: number | null;
  payoutState: PayoutState | null;
  amountWon: number | null;
  payoutReason: string | null;
  bank: string | null;
  last4: string | null;
  holder: string | null;
  approvedAt: string | null;
  paidAt: string | null;
};

/** A row of `STATEMENT_PARTS` as the door shows it. */
export function statementOf(row: StatementRow): Statement {
  return {
    id: statementId(row),
    month: monthText(row.month),
    ...daysOfMonth(row.month),
    state: row.closedAt ? 'final' : 'provisional',
    creator: { id: row.creatorId, name: row.creatorName },
    videos: row.videos,
    views: row.views,
    adViews: row.adViews,
    videoAmount: row.videoWon,
    adAmount: row.adWon,
    adjustments: row.adjustmentsWon,
    total: row.videoWon + row.adWon,
    carriedIn: row.carriedWon,
    payee: row.payee,
    incomeTaxRate: row.incomeTaxRate / 10_000,
    localTaxRate: row.localTaxRate / 10_000,
    incomeTax: row.incomeTaxWon,
    localTax: row.localTaxWon,
    net: row.netWon,
    carriedOut: row.carriesWon,
    refusals: row.refusals,
    lines: row.lines,
    checksum: row.linesChecksum,
    closedAt: row.closedAt,
    payout: payoutOf(row),
  };
}

function payoutOf(row: StatementRow): Statement['payout'] {
  const { payoutId: id, payoutState: state, amountWon: amount, bank, last4, holder, approvedAt, paidAt } = row;
  if (id === null || state === null || amount === null) return null;
  const account = bank && last4 && holder ? { bank, last4, holder } : null;
  return { id, state, amount, reason: row.payoutReason, account, approvedAt, paidAt };
}
