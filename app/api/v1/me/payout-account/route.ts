import { signedInUser } from '@/lib/accounts/signed-in-user';
import { route } from '@/lib/http/route';
import { MyPayoutAccount, PayoutAccountPut } from '@/lib/settlement/account-schema';
import { putPayoutAccount } from '@/lib/settlement/put-payout-account';
import { findPayoutAccount } from '@/lib/settlement/queries/find-payout-account';

export const GET = route({
  summary: 'Where the signed-in creator is paid, with the last 4 digits of the number.',
  scope: 'settlements:read',
  response: MyPayoutAccount,
  handle: async ({ actor }) => ({ account: await findPayoutAccount(signedInUser(actor).id) }),
});

export const PUT = route({
  summary: 'Says where the signed-in creator is paid from now on; approved payouts keep the account of then.',
  scope: 'settlements:read',
  body: PayoutAccountPut,
  example: () => ({ body: { bank: '004', number: '12345678901234', holder: '김민아', payee: 'individual' } }),
  response: MyPayoutAccount,
  handle: async ({ body, ...call }) => ({
    account: await putPayoutAccount({ creatorId: signedInUser(call.actor).id, wanted: body, ...call }),
  }),
});
