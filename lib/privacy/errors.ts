import { DomainError } from '@/lib/kernel/error';

export const privacyErrors = {
  notConfirmed: () =>
    new DomainError(
      'privacy/not-confirmed',
      'invalid',
      'Type the member id to erase',
      'Erasing cannot be undone. Send the member id once more as confirm.',
      { fields: [{ pointer: '/confirm', message: 'is not the member id' }] },
    ),
  payoutsOpen: () =>
    new DomainError(
      'privacy/payouts-open',
      'conflict',
      'Payouts are not paid yet',
      'This creator has payouts that are not paid. Pay them first, then erase.',
    ),
};
