import { addDays, type Day, daysUntil, weekdayOf } from '@/lib/kernel/day';
import type { DemoAd } from './demo-ads';
import { momentOfDay } from './moment-of-day';
import { type Random, randomOf } from './random';

/** A member who wants to join an ad. */
export type DemoWish = {
  key: string;
  memberId: string;
  atMs: number;
  /** Tries although the list no longer shows the ad, from a page that was open for long. */
  insists: boolean;
};

export type WishPlan = {
  ads: readonly DemoAd[];
  today: Day;
  startOf: (day: Day) => Date;
  /** Nothing has happened after it, in milliseconds. */
  untilMs: number;
  /** Those who sign in to the demo: what they joined, by key of the ad, so many days ago. */
  regulars: ReadonlyMap<string, readonly [key: string, daysAgo: number][]>;
};

// Monday to Sunday, as in the events of the demo.
const WEEKDAYS = [1, 0.96, 0.98, 1.02, 1.1, 1.32, 1.26];
const MEMBERS = 2400;

/** Who came to join which ad and when, in order of time, up to now: many at first, fewer as an ad grows old. */
export function buildWishes(plan: WishPlan): DemoWish[] {
  const wishes = plan.ads.flatMap((ad) => wishesOf(ad, plan));
  for (const [memberId, joined] of plan.regulars)
    for (const [key, daysAgo] of joined) wishes.push(regularWish(memberId, key, daysAgo, plan));
  return wishes.filter((wish) => wish.atMs < plan.untilMs).sort((a, b) => a.atMs - b.atMs);
}

function wishesOf(ad: DemoAd, { today, startOf }: WishPlan): DemoWish[] {
  const last = ad.lastOn < today ? ad.lastOn : today;
  const wishes: DemoWish[] = [];
  for (let age = 0; age <= daysUntil(ad.startsOn, last); age++) {
    const day = addDays(ad.startsOn, age);
    const random = randomOf(`${ad.key} on ${day}`);
    const rhythm = WEEKDAYS[weekdayOf(day) - 1] ?? 1;
    const n = Math.round(ad.appeal * rhythm * (0.35 + 0.65 * Math.exp(-age / 9)) * (0.85 + random.fraction() * 0.3));
    for (let i = 0; i < n; i++) wishes.push(wishOf(ad, startOf(day).getTime(), random));
  }
  return wishes;
}

function wishOf(ad: DemoAd, startMs: number, random: Random): DemoWish {
  const atMs = startMs + momentOfDay(random);
  return { key: ad.key, memberId: pickMember(ad, random), atMs, insists: random.chance(0.05) };
}

/** Newcomers are spread over everybody; the others are mostly the same few hundred. */
function pickMember(ad: DemoAd, random: Random): string {
  const newcomer = ad.eligibility.some(({ kind }) => kind === 'first-time');
  const n = Math.floor(MEMBERS * random.fraction() ** (newcomer ? 1 : 1.7));
  return `member-${String(n).padStart(5, '0')}`;
}

function regularWish(memberId: string, key: string, daysAgo: number, { today, startOf }: WishPlan): DemoWish {
  const random = randomOf(`${memberId} joins ${key}`);
  const atMs = startOf(addDays(today, -daysAgo)).getTime() + momentOfDay(random);
  return { key, memberId, atMs, insists: false };
}
