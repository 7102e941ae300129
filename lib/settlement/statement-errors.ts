import { DomainError } from '@/lib/kernel/error';

const missing = (code: string, title: string, detail: string) => new DomainError(code, 'missing', title, detail);
const conflict = (code: string, title: string, detail: string) => new DomainError(code, 'conflict', title, detail);

/** The refusals of months and statements. */
export const statementErrors = {
  monthNotFound: () =>
    missing(
      'settlement/month-not-found',
      'No such month',
      'Send YYYY-MM of a month in which something was counted; see the list of months.',
    ),
  monthNotPast: (month: string) =>
    conflict(
      'settlement/month-not-past',
      'The month is not over',
      `${month} still has days to come. It can be closed once all of its days are closed.`,
    ),
  monthHasOpenDay: (day: string) =>
    conflict(
      'settlement/month-has-open-day',
      'A day of the month is not closed',
      `${day} is the first day that is not closed. Close it first, or wait until it closes by itself.`,
    ),
  statementNotFound: () =>
    missing(
      'settlement/statement-not-found',
      'No such statement',
      'There is one for each month in which videos of the creator earned something; see the list of statements.',
    ),
};
