import { route } from '@/lib/http/route';
import { PayoutList, PayoutQuery } from '@/lib/settlement/payout-schema';
import { listPayouts } from '@/lib/settlement/queries/list-payouts';

export const GET = route({
  summary: 'Payouts of statements, the latest first.',
  scope: 'payouts:read',
  query: PayoutQuery,
  response: PayoutList,
  handle: ({ query }) => listPayouts(query),
});
