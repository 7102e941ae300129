import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './page';

test('a cursor is read as it was made', () => {
  expect(decodeCursor(encodeCursor(['2026-11-21', 7]), 2)).toEqual(['2026-11-21', 7]);
});

test.each([
  ['of another length', encodeCursor([1])],
  ['with a NUL', encodeCursor(['a\0', 1])],
  ['with half a letter', Buffer.from('["\\ud800",1]').toString('base64url')],
  ['with a number that is not exact', encodeCursor([1e21, 1])],
  ['that holds something else', Buffer.from('[{},1]').toString('base64url')],
  ['that is no cursor', 'not a cursor'],
])('refuses a cursor %s', (_, cursor) => {
  expect(decodeCursor(cursor, 2)).toBeNull();
});
