import { badCursor } from './bad-cursor';
import { decodeCursor } from './page';

/** The id after which the next page of a list begins whose cursor is one id. Throws `platform/invalid` for any other cursor. */
export function idInCursor(cursor: string): number {
  const id = decodeCursor(cursor, 1)?.[0];
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw badCursor();
  return id;
}
