import { route } from '@/lib/http/route';
import { PayoutSummary, SummaryQuery } from '@/lib/settlement/payout-schema';
import { getPayoutSummary } from '@/lib/settlement/queries/get-payout-summary';

export const GET = route({
  summary: 'Totals of payouts per state, of a month or of all, and the bank files that wait to be paid.',
  scope: 'payouts:read',
  query: SummaryQuery,
  response: PayoutSummary,
  handle: ({ query }) => getPayoutSummary(query.month ?? null),
});
