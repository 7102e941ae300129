import { expect, test } from 'vitest';
import { addDays, calendarOf, type Day, daysUntil } from '@/lib/kernel/day';
import { buildDemoAds } from './demo-ads';
import { buildPicture } from './demo-picture';
import { buildWishes } from './demo-wishes';

const TODAY = '2026-11-21' as Day;
const { startOf, endOf } = calendarOf('UTC');
const ads = buildDemoAds(TODAY);
const wishesUntil = (untilMs: number) =>
  buildWishes({ ads, today: TODAY, startOf, untilMs, regulars: new Map([['me', [['welcome', 3]]]]) });

test('names differ, and a condition names an ad that was registered before', () => {
  expect(new Set(ads.map((ad) => ad.name)).size).toBe(ads.length);
  for (const [index, { eligibility }] of ads.entries())
    for (const one of eligibility)
      if (one.kind === 'joined') expect(ads.slice(0, index).map((ad) => ad.key)).toContain(one.key);
});

test('the list moves with the day', () => {
  const tomorrow = buildDemoAds(addDays(TODAY, 1));
  expect(tomorrow.map((ad) => daysUntil(TODAY, ad.startsOn))).toEqual(
    ads.map((ad) => daysUntil(TODAY, ad.startsOn) + 1),
  );
});

test('they are registered in the order in which they begin', () => {
  expect(ads.map((ad) => ad.startsOn)).toEqual(ads.map((ad) => ad.startsOn).sort());
});

test('the same day has the same wishes, in order of time', () => {
  const wishes = wishesUntil(endOf(TODAY).getTime());
  expect(wishes).toEqual(wishesUntil(endOf(TODAY).getTime()));
  expect(wishes.map((wish) => wish.atMs)).toEqual(wishes.map((wish) => wish.atMs).sort((a, b) => a - b));
  expect(wishes.length).toBeGreaterThan(5000);
  expect(wishes.filter((wish) => wish.memberId === 'me')).toHaveLength(1);
});

test('what is later than now has not happened, and what is earlier is the same', () => {
  const noon = startOf(TODAY).getTime() + 12 * 3_600_000;
  const whole = wishesUntil(endOf(TODAY).getTime());
  const half = wishesUntil(noon);
  expect(half).toEqual(whole.filter((wish) => wish.atMs < noon));
  expect(half.length).toBeLessThan(whole.length);
});

test('the same picture is drawn again, another hue is another one', () => {
  expect(buildPicture({ motif: 'night', hue: 20 })).toBe(buildPicture({ motif: 'night', hue: 20 }));
  expect(buildPicture({ motif: 'night', hue: 20 })).not.toBe(buildPicture({ motif: 'night', hue: 21 }));
});
