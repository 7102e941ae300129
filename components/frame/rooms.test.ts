import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isInRoom, ROOMS, roomsOf } from './rooms';

const ids = (roles: Parameters<typeof roomsOf>[0]) => roomsOf(roles).map((room) => room.id);

test('whoever has no role sees their own rooms', () => {
  expect(ids([])).toEqual(['board', 'ranking', 'shop', 'join', 'history', 'points', 'account']);
  expect(ids(['member'])).toEqual(['board', 'ranking', 'shop', 'join', 'history', 'points', 'account']);
});

test('an admin sees every room', () => {
  expect(ids(['admin', 'member'])).toEqual(ROOMS.map((room) => room.id));
});

test('no two rooms share a letter', () => {
  expect(new Set(ROOMS.map((room) => room.letter)).size).toBe(ROOMS.length);
});

test('a page below a room belongs to it, and one that only begins alike does not', () => {
  const [overview] = ROOMS;
  if (!overview) throw new Error('there is no room');
  expect(isInRoom(overview, '/overview')).toBe(true);
  expect(isInRoom(overview, '/overview/2026-11-21')).toBe(true);
  expect(isInRoom(overview, '/overviews')).toBe(false);
});

test('a room below another one is a room of its own', () => {
  const current = (pathname: string) => ROOMS.filter((room) => isInRoom(room, pathname)).map((room) => room.id);
  expect(current('/streaming/videos/7')).toEqual(['streaming']);
  expect(current('/streaming/ad-videos/7/edit')).toEqual(['adVideos']);
});

test.each(ROOMS.map((room) => room.href))('the room %s has its page', (href) => {
  expect(existsSync(`app/(app)${href}/page.tsx`)).toBe(true);
});
