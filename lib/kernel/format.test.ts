import { expect, test } from 'vitest';
import type { Day } from './day';
import {
  formatClock,
  formatCompactNumber,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatDuration,
  formatNumber,
  formatPercent,
  formatSigned,
  formatTenths,
  formatTime,
  formatWon,
  formatZone,
} from './format';

const day = (text: string) => text as Day;

test('thousands are separated, also where a JavaScript number would lose digits', () => {
  expect(formatNumber(1_234_567, 'ko')).toBe('1,234,567');
  expect(formatNumber(12_345_678_901_234_567_890n, 'en')).toBe('12,345,678,901,234,567,890');
});

test('a compact number uses the units of the language', () => {
  expect(formatCompactNumber(123_456, 'ko')).toBe('12.3만');
  expect(formatCompactNumber(123_456, 'en')).toBe('123.5K');
});

test('a percentage has one decimal, and a change has its sign', () => {
  expect(formatPercent(0.021, 'en')).toBe('2.1%');
  expect(formatPercent(0.1236, 'en', { sign: true })).toBe('+12.4%');
  expect(formatPercent(-0.012, 'ko', { sign: true })).toBe('-1.2%');
});

test('a change too small to show has no sign', () => {
  expect(formatPercent(-0.000_01, 'en', { sign: true })).toBe('0.0%');
  expect(formatPercent(-0.000_01, 'en')).toBe('0.0%');
});

test('won has its sign and no fraction', () => {
  expect(formatWon(16_300_010n, 'ko')).toBe('₩16,300,010');
  expect(formatWon(-5, 'en')).toBe('-₩5');
  expect(formatTenths(1_000_551n, 'ko')).toBe('₩100,055.1');
  expect([formatSigned(1500, 'ko'), formatSigned(0, 'ko'), formatSigned(-3, 'en')]).toEqual(['+1,500', '0', '-3']);
  expect(formatTenths(-10, 'en')).toBe('-₩1');
});

test('a day reads as the locale writes it, wherever the reader is', () => {
  expect(formatDay(day('2026-11-21'), 'ko', 'long')).toBe('2026년 11월 21일 (토)');
  expect(formatDay(day('2026-11-21'), 'en', 'long')).toBe('Sat, Nov 21, 2026');
  expect(formatDay(day('2026-01-01'), 'en', 'short')).toBe('Jan 1');
});

test('a range of days says what its ends share once', () => {
  const range = { from: day('2026-10-23'), to: day('2026-11-21') };
  expect(formatDayRange(range, 'ko')).toBe('2026년 10월 23일 ~ 11월 21일');
});

test('times are those of the zone, and midnight is 00', () => {
  expect(formatTime('2026-11-21T05:03:10Z', 'en', 'Asia/Seoul')).toBe('14:03:10');
  expect(formatTime('2026-11-20T15:00:00Z', 'ko', 'Asia/Seoul')).toBe('00:00:00');
  expect(formatDateTime('2026-11-20T15:00:00Z', 'en', 'Asia/Seoul')).toBe('Nov 21, 2026, 00:00:00');
  expect(formatZone('Asia/Seoul', new Date(0), 'en')).toBe('GMT+9');
});

test.each([
  [48, '48 ms'],
  [204, '0.2 sec'],
  [15_000, '15 sec'],
  [59_960, '60 sec'],
  [185_400, '3 min 5 sec'],
  [3_599_600, '1 hr 0 min'],
  [7_805_000, '2 hr 10 min'],
  [273_600_000, '3 days 4 hr'],
])('%d ms lasts %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds, 'en')).toBe(text);
});

test.each([
  [299, '4:59'],
  [300, '5:00'],
  [3723.9, '1:02:03'],
  [-4, '0:00'],
])('position %d s reads %s', (seconds, text) => {
  expect(formatClock(seconds)).toBe(text);
});
