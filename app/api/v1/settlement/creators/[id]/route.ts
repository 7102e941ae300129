import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { getPayee } from '@/lib/settlement/get-payee';
import { CreatorPayee, PayoutPath } from '@/lib/settlement/payout-schema';

export const GET = route({
  summary: 'Where a creator is paid, with the last 4 digits of the number, and whether their payouts are held.',
  scope: 'payouts:read',
  params: PayoutPath,
  response: CreatorPayee,
  handle: ({ params }) => getPayee(idOf(params.id)),
});
