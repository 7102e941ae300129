import { DomainError } from '@/lib/kernel/error';

/** The refusals of the points ledger. */
export const pointErrors = {
  insufficient: (balance: number, needed: number) =>
    new DomainError(
      'points/insufficient',
      'conflict',
      'Not enough points',
      `${needed.toLocaleString('en')} points are needed and ${balance.toLocaleString('en')} are there. Nothing was taken.`,
    ),
};
