import { DomainError } from './error';

/** A cursor that is none of ours. */
export function badCursor(): DomainError {
  const message = 'is no cursor of this list; send the nextCursor of the page before, or none for the first page';
  return new DomainError('platform/invalid', 'invalid', 'Some fields need another value', `?cursor: ${message}`, {
    fields: [{ pointer: '?cursor', message }],
  });
}
