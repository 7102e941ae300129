import { expect, test } from 'vitest';
import { calendarOf, type Day, parseDay, periodOf, previousRange } from './day';

const day = (text: string) => text as Day;

test('a date that does not exist is no day', () => {
  expect(parseDay('2026-02-30')).toBeNull();
  expect(parseDay('2026-2-3')).toBeNull();
  expect(parseDay('2024-02-29')).toBe('2024-02-29');
});

test('a year before 1900 is none of a business, and no period reaches out of the calendar', () => {
  expect(['0000-01-01', '0001-01-01', '1899-12-31'].map(parseDay)).toEqual([null, null, null]);
  expect(['1900-01-01', '9999-12-31'].map(parseDay)).toEqual(['1900-01-01', '9999-12-31']);
});

test('in Seoul the day turns at 15:00 UTC', () => {
  const seoul = calendarOf('Asia/Seoul');
  expect(seoul.dayOf(new Date('2026-11-20T23:59:59.999+09:00'))).toBe('2026-11-20');
  expect(seoul.dayOf(new Date('2026-11-21T00:00:00.000+09:00'))).toBe('2026-11-21');
  expect(seoul.dayOf(new Date('2026-11-21T08:59:59.999+09:00'))).toBe('2026-11-21');
  expect(seoul.startOf(day('2026-11-21')).toISOString()).toBe('2026-11-20T15:00:00.000Z');
});

test('the two odd days of a zone with daylight saving have 23 and 25 hours', () => {
  const berlin = calendarOf('Europe/Berlin');
  const hours = (d: string) => (berlin.endOf(day(d)).getTime() - berlin.startOf(day(d)).getTime()) / 3_600_000;
  expect(hours('2026-03-29')).toBe(23);
  expect(hours('2026-10-25')).toBe(25);
  expect(berlin.dayOf(new Date('2026-03-28T23:00:00.000Z'))).toBe('2026-03-29');
  expect(berlin.dayOf(new Date('2026-03-29T21:59:59.999Z'))).toBe('2026-03-29');
  expect(berlin.dayOf(new Date('2026-03-29T22:00:00.000Z'))).toBe('2026-03-30');
  expect(berlin.dayOf(new Date('2026-10-25T22:59:59.999Z'))).toBe('2026-10-25');
  expect(berlin.dayOf(new Date('2026-10-25T23:00:00.000Z'))).toBe('2026-10-26');
});

test('a day that has no midnight begins with its first instant', () => {
  const cairo = calendarOf('Africa/Cairo');
  expect(cairo.startOf(day('2026-04-24')).toISOString()).toBe('2026-04-23T22:00:00.000Z');
  expect(cairo.dayOf(new Date('2026-04-23T21:59:59.999Z'))).toBe('2026-04-23');
  expect(cairo.dayOf(new Date('2026-04-23T22:00:00.000Z'))).toBe('2026-04-24');
});

test('a zone of half hours turns at its own half hour', () => {
  const kolkata = calendarOf('Asia/Kolkata');
  expect(kolkata.dayOf(new Date('2026-11-20T18:29:59.999Z'))).toBe('2026-11-20');
  expect(kolkata.dayOf(new Date('2026-11-20T18:30:00.000Z'))).toBe('2026-11-21');
});

test('the year turns at midnight of the business zone', () => {
  const seoul = calendarOf('Asia/Seoul');
  expect(seoul.dayOf(new Date('2026-12-31T14:59:59.999Z'))).toBe('2026-12-31');
  expect(seoul.dayOf(new Date('2026-12-31T15:00:00.000Z'))).toBe('2027-01-01');
});

test.each([
  ['2026-02-28', '2026-02-01', '2026-02-28'],
  ['2024-02-10', '2024-02-01', '2024-02-29'],
  ['2026-12-31', '2026-12-01', '2026-12-31'],
])('the month of %s is %s to %s', (d, from, to) => {
  expect(periodOf('month', day(d))).toEqual({ from, to });
});

test.each([
  ['2027-01-01', '2026-12-28', '2027-01-03'],
  ['2026-11-22', '2026-11-16', '2026-11-22'],
  ['2026-11-23', '2026-11-23', '2026-11-29'],
])('the ISO week of %s is %s to %s', (d, from, to) => {
  expect(periodOf('week', day(d))).toEqual({ from, to });
});

test('the previous range keeps its length and its weekdays', () => {
  expect(previousRange({ from: day('2026-10-23'), to: day('2026-11-21') })).toEqual({
    from: '2026-09-18',
    to: '2026-10-17',
  });
  expect(previousRange({ from: day('2026-11-15'), to: day('2026-11-21') })).toEqual({
    from: '2026-11-08',
    to: '2026-11-14',
  });
});

test('a wall clock is read in its zone, also on a day of 23 hours', () => {
  expect(calendarOf('Asia/Seoul').at(day('2026-11-21'), '09:30').toISOString()).toBe('2026-11-21T00:30:00.000Z');
  expect(calendarOf('Europe/Berlin').at(day('2026-03-29'), '09:00').toISOString()).toBe('2026-03-29T07:00:00.000Z');
  expect(calendarOf('Europe/Berlin').at(day('2026-03-29'), '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
});

test('an unknown zone is refused', () => {
  expect(() => calendarOf('Asia/Soul')).toThrow(RangeError);
});
