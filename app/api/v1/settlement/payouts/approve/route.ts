import { route } from '@/lib/http/route';
import { approveMonth } from '@/lib/settlement/approve-month';
import { ApprovedMonth, ApproveMonth } from '@/lib/settlement/payout-schema';

export const POST = route({
  summary: 'Approves every pending payout of a month that has an account.',
  scope: 'payouts:write',
  body: ApproveMonth,
  response: ApprovedMonth,
  handle: ({ body, ...call }) => approveMonth({ ...body, ...call }),
});
