import { expect, test } from 'vitest';
import type { Ad } from '@/lib/ads/schema';
import { changesOf, fieldsOfAd, fieldsOfDraft, wantedOf, wholeOf } from './ad-fields';
import { pointsOf } from './report-points';
import { fieldAt } from './use-refusals';

const SEOUL = 'Asia/Seoul';
const ad: Ad = {
  id: 7,
  name: '겨울 예고편',
  text: '끝까지 보세요.',
  imageUrl: null,
  rewardPoints: 300,
  places: 1000,
  used: 12,
  startsAt: '2026-11-20T15:00:00.000Z',
  endsAt: '2026-11-30T15:00:00.000Z',
  state: 'live',
  eligibility: [
    { kind: 'participations-at-least', count: 2 },
    { kind: 'joined', adId: 3 },
  ],
  ownerId: 4,
  ownerName: '최나래',
  createdAt: '2026-11-20T01:02:03.000Z',
};

test('whole days are shown as days, the last one included', () => {
  expect(fieldsOfAd(ad, SEOUL)).toMatchObject({
    startDay: '2026-11-21',
    startTime: '',
    endDay: '2026-11-30',
    endTime: '',
  });
});

test('an end within a day is shown with its time, and sent as that instant', () => {
  const fields = fieldsOfAd({ ...ad, endsAt: '2026-11-30T09:30:00.000Z' }, SEOUL);
  expect(fields).toMatchObject({ endDay: '2026-11-30', endTime: '18:30' });
  expect(wantedOf(fields, SEOUL).endsAt).toBe('2026-11-30T09:30:00.000Z');
});

test('days without a time are sent as days', () => {
  expect(wantedOf(fieldsOfAd(ad, SEOUL), SEOUL)).toMatchObject({ startsAt: '2026-11-21', endsAt: '2026-11-30' });
});

test('an ad that is only looked at asks for no change, and a change names what changed', () => {
  const shown = fieldsOfAd(ad, SEOUL);
  expect(changesOf(shown, shown, SEOUL)).toEqual({});
  expect(changesOf(shown, { ...shown, places: '2,000', conditions: shown.conditions.slice(1) }, SEOUL)).toEqual({
    places: 2000,
    eligibility: [{ kind: 'joined', adId: 3 }],
  });
});

test.each([
  ['1,000', 1000],
  [' 20 ', 20],
  ['', Number.NaN],
  ['1.5', Number.NaN],
  ['-1', Number.NaN],
])('%j is read as %d', (text, n) => {
  expect(wholeOf(text)).toBe(n);
});

test('a draft of any shape opens: what it does not hold is empty', () => {
  const saved = { name: 'x', places: 5, conditions: [{ kind: 'gone', count: '1', ad: null }], unknown: [1] };
  expect(fieldsOfDraft(saved)).toMatchObject({ name: 'x', places: '', conditions: [], owner: null });
  expect(fieldsOfDraft(null)).toMatchObject({ name: '', conditions: [] });
  const typed = fieldsOfAd(ad, SEOUL);
  expect(fieldsOfDraft(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
});

test.each([
  ['/name', 'name'],
  ['/endsAt', 'endDay'],
  ['/ownerId', 'owner'],
  ['/eligibility/1/adId', 'conditions.1.ad'],
  ['/eligibility/0/count', 'conditions.0.count'],
  ['/eligibility', 'conditions'],
])('a refusal of %s is said at %s', (pointer, path) => {
  expect(fieldAt(pointer)?.path).toBe(path);
});

test('a refusal of what the form does not have is said at no field', () => {
  expect(fieldAt('/draftId')).toBeNull();
  expect(fieldAt('')).toBeNull();
});

test('the chart shows the latest 168 hours and tells points by day only', () => {
  const hours = Array.from({ length: 200 }, (_, n) => ({ hourStart: `${n}`, participations: n }));
  const report = {
    id: 7,
    participations: 1,
    refusals: [],
    pointsPaid: 0,
    pointsPromised: 300,
    placesLeft: 999,
    expectedEndAt: null,
    days: [{ day: '2026-11-21', participations: 1, points: 300 }],
    hours,
  };
  expect(pointsOf(report, 'hour')).toHaveLength(168);
  expect(pointsOf(report, 'hour').at(-1)).toEqual({ at: '199', participations: 199, points: null });
  expect(pointsOf(report, 'day')).toEqual([{ at: '2026-11-21', participations: 1, points: 300 }]);
});
