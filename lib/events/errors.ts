import { DomainError } from '@/lib/kernel/error';
import { MAX_EVENTS, MAX_IMPORT_DAYS, MAX_IMPORT_EVENTS } from './schema';

/** The refusals of whole requests; a single bad event is answered in the receipt instead. */
export const eventErrors = {
  notAList: () =>
    new DomainError(
      'events/not-a-list',
      'invalid',
      'No events found',
      'Send {"events":[...]} or a bare array of events.',
      {
        fields: [{ pointer: '/events', message: 'is missing or no array' }],
      },
    ),
  nameAContent: () =>
    new DomainError('events/name-a-content', 'invalid', 'Whose events?', 'Add contentId of one of your contents.', {
      fields: [{ pointer: '?contentId', message: 'is missing; send the id of one of your contents' }],
    }),
  pastRetention: (day: string, at: string) =>
    new DomainError(
      'events/past-retention',
      'gone',
      'These events are past retention',
      `The log of ${day} was dropped at ${at}, after the day was closed. Its figures, lines and statements stand; open a later day.`,
    ),
  viewerHidden: () =>
    new DomainError(
      'events/viewer-hidden',
      'invalid',
      'Viewers cannot be looked for',
      'Leave viewer out; the events of your content come with a short name for each viewer.',
      { fields: [{ pointer: '?viewer', message: 'cannot be asked for; leave it out' }] },
    ),
  wrongCount: (count: number) =>
    new DomainError(
      'events/wrong-count',
      'invalid',
      `One to ${MAX_EVENTS} events a request`,
      `This request has ${count}. Send them in parts; nothing of it was counted.`,
      { fields: [{ pointer: '/events', message: `has ${count} items; 1 to ${MAX_EVENTS} are taken` }] },
    ),
  importCount: (count: number) =>
    new DomainError(
      'events/import-count',
      'invalid',
      `One to ${MAX_IMPORT_EVENTS.toLocaleString('en')} lines a request`,
      `This file has ${count.toLocaleString('en')}. Send it in parts; sending a part again counts nothing twice.`,
    ),
  importDays: (days: number) =>
    new DomainError(
      'events/import-days',
      'invalid',
      `At most ${MAX_IMPORT_DAYS} days a request`,
      `These events fall on ${days.toLocaleString('en')} days. Sort them by time and send them in parts; nothing of it was taken.`,
    ),
  dayRunning: (day: string) =>
    new DomainError(
      'events/day-running',
      'conflict',
      'This day is being settled right now',
      `A run of ${day} is under way; wait for it to end and look at the runs page.`,
    ),
  notPast: (day: string) =>
    new DomainError(
      'events/day-not-past',
      'conflict',
      'This day has not ended',
      `${day} can be settled after its last minute.`,
    ),
  dayClosed: (day: string) =>
    new DomainError(
      'events/day-closed',
      'conflict',
      'This day is closed',
      `The verdicts of ${day} stand; nothing is judged again.`,
    ),
  notSettled: (day: string) =>
    new DomainError(
      'events/day-not-settled',
      'conflict',
      'This day is not settled',
      `Run ${day} first; what came for it since its last run has to be judged before it closes.`,
    ),
  earlierDayOpen: (day: string, earlier: string) =>
    new DomainError(
      'events/earlier-day-open',
      'conflict',
      'An earlier day is still open',
      `Days close in order: close ${earlier} before ${day}.`,
    ),
};
