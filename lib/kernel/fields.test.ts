import { expect, test } from 'vitest';
import { addressOf, DayText, ExternalId, ImageAddress, lineOf, linesOf, listOf, OpaqueId, paging } from './fields';

const takes = (shape: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  shape.safeParse(value).success;

test('a line is trimmed, has its length, and holds what can be printed', () => {
  const Name = lineOf('send a name', 5);
  expect(Name.parse('  film ')).toBe('film');
  expect(['', '   ', 'films!', 'a\nb', 'a\u0000b', '\ud83c', undefined].map((text) => takes(Name, text))).toEqual(
    Array(7).fill(false),
  );
  expect(Name.safeParse(undefined).error?.issues[0]?.message).toBe('is missing; send a name');
});

test('several lines may break, and hold nothing that cannot be stored', () => {
  const Text = linesOf('send a text', 2000);
  expect(takes(Text, 'one\n\ttwo')).toBe(true);
  expect([takes(Text, 'a\u0000b'), takes(Text, 'a\ud83cb'), takes(Text, 'a'.repeat(2001))]).toEqual(
    Array(3).fill(false),
  );
  expect(Text.safeParse('a'.repeat(2001)).error?.issues[0]?.message).toBe(
    'is longer than 2,000 characters; shorten it',
  );
});

test('an id of the platform has up to 64 characters, that of a content up to 200, and is kept as it is', () => {
  expect(OpaqueId.parse(' ann ')).toBe(' ann ');
  expect([takes(OpaqueId, 'a'.repeat(64)), takes(OpaqueId, 'a'.repeat(65))]).toEqual([true, false]);
  expect([takes(ExternalId, 'a'.repeat(200)), takes(ExternalId, 'a'.repeat(201))]).toEqual([true, false]);
  expect([takes(OpaqueId, ''), takes(OpaqueId, 'a\u0000'), takes(OpaqueId, 7)]).toEqual([false, false, false]);
});

test('an address is one of the web or of an upload', () => {
  expect(
    ['https://x.example/a.png', 'http://x.example', '/assets/ab12.png'].map((a) => takes(ImageAddress, a)),
  ).toEqual([true, true, true]);
  expect(['javascript:alert(1)', '/assets/../x', '//x.example', 'x'].map((a) => takes(ImageAddress, a))).toEqual(
    Array(4).fill(false),
  );
  expect(takes(addressOf('is missing', 'is none', ['https:']), 'http://x.example')).toBe(false);
});

test('a day is a date that there is', () => {
  expect(DayText.parse('2026-11-21')).toBe('2026-11-21');
  expect([takes(DayText, '2026-02-30'), takes(DayText, '21.11.2026'), takes(DayText, undefined)]).toEqual(
    Array(3).fill(false),
  );
});

test('a page has its usual length unless another one is asked for, and never more than the most', () => {
  const { limit } = paging(20, 50);
  expect([limit.parse(undefined), limit.parse('50')]).toEqual([20, 50]);
  expect([takes(limit, '51'), takes(limit, '0'), takes(limit, 'x')]).toEqual([false, false, false]);
  expect(listOf(OpaqueId).parse({ items: ['a'], nextCursor: null })).toEqual({ items: ['a'], nextCursor: null });
});
