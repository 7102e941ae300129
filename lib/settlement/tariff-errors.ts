import { DomainError } from '@/lib/kernel/error';

const field = (message: string) => ({ fields: [{ pointer: '/effectiveOn', message }] });

/** The refusals of tariffs. */
export const tariffErrors = {
  tooEarly: (closedUpTo: string) =>
    new DomainError(
      'settlement/tariff-too-early',
      'invalid',
      'This day is closed',
      `Days up to ${closedUpTo} are closed and never change. Let the tariff begin later.`,
      field(`is not after ${closedUpTo}, the last closed day`),
    ),
  taken: (effectiveOn: string) =>
    new DomainError(
      'settlement/tariff-taken',
      'conflict',
      'A tariff begins on this day already',
      `Tariffs are added, never edited. Choose another day than ${effectiveOn}.`,
      field('is the first day of another tariff; choose another day'),
    ),
};
