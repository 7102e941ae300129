import { DomainError } from '@/lib/kernel/error';

const missing = (code: string, title: string, detail: string) => new DomainError(code, 'missing', title, detail);
const conflict = (code: string, title: string, detail: string) => new DomainError(code, 'conflict', title, detail);

/** The refusals of payout accounts, payouts and holds. */
export const payoutErrors = {
  payoutNotFound: () =>
    missing('settlement/payout-not-found', 'No such payout', 'See the list of payouts for their ids.'),
  payoutState: (state: string) =>
    conflict(
      'settlement/payout-state',
      'The payout is in another state',
      `It is ${state} by now. Pending ones can be approved, approved ones paid, both held, held ones released.`,
    ),
  noPayoutAccount: () =>
    conflict(
      'settlement/no-payout-account',
      'There is nowhere to pay to',
      'The creator has not told a payout account yet. Approve it once they have.',
    ),
  creatorHeld: (reason: string) =>
    conflict(
      'settlement/creator-held',
      'All payouts of this creator are held',
      `Release the creator first. They are held because: ${reason}`,
    ),
  creatorNotHeld: () =>
    conflict('settlement/creator-not-held', 'This creator is not held', 'There is nothing to release.'),
  payeeNotFound: () =>
    missing('settlement/payee-not-found', 'No such creator', 'Check the id; it is that of a person who is a creator.'),
  fileNotFound: () =>
    missing(
      'settlement/payout-file-not-found',
      'No such bank file',
      'Send the reference in the name of an exported file, such as 2026-10-1a2b3c4d.',
    ),
  nothingToExport: () =>
    conflict(
      'settlement/nothing-to-export',
      'There is nothing new for the bank',
      'Every approved payout of the month is in a bank file already. Approve more, or download a file again by its reference.',
    ),
  numberUnreadable: (creatorId: number) =>
    new DomainError(
      'settlement/number-unreadable',
      'unavailable',
      'An account number cannot be read',
      `That of creator ${creatorId} was sealed with another key. Set PAYOUT_ACCOUNT_KEY to the one of then, or ask for the number again.`,
    ),
};
