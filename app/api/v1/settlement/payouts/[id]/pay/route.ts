import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { payPayout } from '@/lib/settlement/pay-payout';
import { PayBody, Payout, PayoutPath } from '@/lib/settlement/payout-schema';

export const POST = route({
  summary: 'Writes down that an approved payout was paid, and by which transfer.',
  scope: 'payouts:write',
  params: PayoutPath,
  body: PayBody,
  response: Payout,
  handle: ({ params, body, ...call }) => payPayout({ id: idOf(params.id), ...body, ...call }),
});
