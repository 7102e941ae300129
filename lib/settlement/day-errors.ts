import { DomainError } from '@/lib/kernel/error';

/** The refusals of settlement days. */
export const dayErrors = {
  notFound: (day: string) =>
    new DomainError(
      'settlement/day-not-found',
      'missing',
      'No such day',
      `${day} lies before the first day with events, or has not begun. GET /api/v1/settlement/days lists what there is.`,
    ),
  notCompared: (day: string) =>
    new DomainError(
      'settlement/day-not-compared',
      'missing',
      'This day was never compared',
      `POST to the same address first: it looks what a run of ${day} would change, and keeps nothing of it.`,
    ),
};
