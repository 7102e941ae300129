import type { DayRange } from '@/lib/kernel/day';
import { DomainError } from '@/lib/kernel/error';

const wrongRange = (detail: string, field: string) =>
  new DomainError('dashboard/wrong-range', 'invalid', 'This range cannot be shown', detail, {
    fields: [{ pointer: `?${field}`, message: detail }],
  });

export const dashboardErrors = {
  backwards: ({ from, to }: DayRange) => wrongRange(`from (${from}) is after to (${to}); swap them`, 'from'),
  tooLong: (days: number) => wrongRange(`at most ${days} days can be asked at once; ask in parts`, 'to'),
  nobodysOwn: () =>
    new DomainError(
      'dashboard/nobodys-own',
      'invalid',
      'A key has no contents',
      'scope=mine is for people; leave it out',
      {
        fields: [{ pointer: '?scope', message: 'mine is for people; leave it out' }],
      },
    ),
};
