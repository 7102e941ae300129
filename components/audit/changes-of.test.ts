import { expect, test } from 'vitest';
import { changesOf } from './changes-of';

test('names only what differs', () => {
  expect(changesOf({ name: 'a', burst: 5, scopes: ['x'] }, { name: 'b', burst: 5, scopes: ['x'] })).toEqual([
    { field: 'name', before: 'a', after: 'b' },
  ]);
});

test('shows all of a thing that was made, but not its empty fields', () => {
  expect(changesOf(null, { id: 3, revokedAt: null, origins: [] })).toEqual([
    { field: 'id', before: undefined, after: 3 },
  ]);
});

test('shows all of a thing that was taken away', () => {
  expect(changesOf({ id: 3 }, null)).toEqual([{ field: 'id', before: 3, after: undefined }]);
});

test('what became empty has nothing after, and what was empty nothing before', () => {
  expect(changesOf({ revokedAt: null, origins: ['a'] }, { revokedAt: 'now', origins: [] })).toEqual([
    { field: 'revokedAt', before: undefined, after: 'now' },
    { field: 'origins', before: ['a'], after: undefined },
  ]);
});

test('compares lists as a whole and looks into objects', () => {
  const before = { roles: ['member'], roleRequest: { state: 'waiting', note: '' } };
  const after = { roles: ['creator', 'member'], roleRequest: { state: 'granted', note: '' } };
  expect(changesOf(before, after)).toEqual([
    { field: 'roles', before: ['member'], after: ['creator', 'member'] },
    { field: 'roleRequest.state', before: 'waiting', after: 'granted' },
  ]);
});

test('opens a list of things, each under its number', () => {
  expect(changesOf({ sessions: [{ id: 6 }, { id: 9 }] }, null)).toEqual([
    { field: 'sessions.1.id', before: 6, after: undefined },
    { field: 'sessions.2.id', before: 9, after: undefined },
  ]);
});

test('a bare value has no name', () => {
  expect(changesOf(1, 2)).toEqual([{ field: '', before: 1, after: 2 }]);
});

test('an act that changes no value has nothing to show', () => {
  expect(changesOf(null, null)).toEqual([]);
});
