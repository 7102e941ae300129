import { expect, test } from 'vitest';
import { keepPlaces } from './keep-places';

const list = (...ids: number[]) => ids.map((id) => ({ id }));
const at = (id: number, place: number) => ({ item: { id }, place });
const ids = (items: { id: number }[]) => items.map(({ id }) => id);

test('what the list let go of stays where it was pressed', () => {
  expect(ids(keepPlaces(list(1, 3, 4), [at(2, 1)]))).toEqual([1, 2, 3, 4]);
});

test('what is still in the list is there once, and does not move', () => {
  expect(ids(keepPlaces(list(3, 1, 2), [at(2, 1)]))).toEqual([3, 2, 1]);
});

test('several keep their places, in whichever order they were pressed', () => {
  expect(ids(keepPlaces(list(2, 5, 6), [at(4, 3), at(1, 0), at(3, 2)]))).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a place beyond a list that became short is its end', () => {
  expect(ids(keepPlaces(list(1), [at(9, 5)]))).toEqual([1, 9]);
});
