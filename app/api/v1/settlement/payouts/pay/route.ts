import { route } from '@/lib/http/route';
import { payFile } from '@/lib/settlement/pay-file';
import { PaidFile, PayBody } from '@/lib/settlement/payout-schema';

export const POST = route({
  summary: 'Writes down that a bank file was paid, by its reference: every payout in it that is still approved.',
  scope: 'payouts:write',
  body: PayBody,
  response: PaidFile,
  handle: ({ body, ...call }) => payFile({ ...body, ...call }),
});
