import { type BuiltContent, type BuiltEvent, buildDayOfEvents } from '@/db/builders/day-of-events';
import { makeDemoPeople } from '@/db/builders/people';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { judgeArrivals } from '@/lib/events/judge-arrivals';
import type { Candidate } from '@/lib/events/read-events';
import { recordLikes } from '@/lib/events/record-likes';
import { runDaily } from '@/lib/events/run-daily';
import { addDays, type Day, daysOf, daysUntil } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { priceDay } from '@/lib/settlement/price-day';
import { seedAds } from './seed-ads';
import { seedContents } from './seed-contents';
import { seedPayouts } from './seed-payouts';
import { seedPosts } from './seed-posts';
import { seedShop } from './seed-shop';
import { adVideoIn, type SeededAdVideo, seedAdVideos, seedWatchTimes } from './seed-streaming';

export const SEEDED_DAYS = 90;

/**
 * 90 believable days up to `now`, the same ones for the same day: people, contents and events that went through the
 * log, the judging and the daily run like any other, ads with those who joined them, and a board with its
 * coupons and rankings. Takes some ten seconds.
 */
export async function seedDemo(now: Date): Promise<{ events: number; days: number }> {
  const today = calendar().dayOf(now);
  const first = addDays(today, 1 - SEEDED_DAYS);
  await ensurePartitions({ from: addDays(first, -1), to: partitionRange(today).to });
  const people = await makeDemoPeople(db(), calendar().startOf(first));
  const contents = await seedContents(first);
  const advertiser = people.find(({ email }) => email.startsWith('narae@'));
  const adVideos = await seedAdVideos(advertiser?.id ?? 0, calendar().startOf(first));
  let events = 0;
  for (const day of daysOf({ from: first, to: today }))
    events += await seedDay({ day, first, contents, adVideos, now });
  await runDaily(now, priceDay);
  await seedAds(people, now);
  await seedPayouts(people, now);
  await seedPosts(people, now);
  await seedShop(people, now);
  return { events, days: SEEDED_DAYS };
}

type SeedDay = { day: Day; first: Day; contents: BuiltContent[]; adVideos: SeededAdVideo[]; now: Date };

async function seedDay({ day, first, contents, adVideos, now }: SeedDay): Promise<number> {
  const { startOf } = calendar();
  const plan = { day, startMs: startOf(day).getTime(), untilMs: now.getTime(), age: daysUntil(first, day), contents };
  const built = buildDayOfEvents(plan).sort((a, b) => a.atMs - b.atMs);
  const candidatesOf = (bot: boolean) =>
    built
      .filter((event) => event.bot === bot)
      .map((event, index) => candidateOf(event, index, day, adVideoIn(event, day, adVideos)));
  const judged = [
    ...(await judgeArrivals(candidatesOf(false), false)),
    ...(await judgeArrivals(candidatesOf(true), true)),
  ];
  await recordLikes(judged, { rejected: new Map(), duplicates: 0 });
  await seedWatchTimes(built, day, now);
  return built.length;
}

function candidateOf({ content, ...event }: BuiltEvent, index: number, day: Day, adVideoId: number | null): Candidate {
  const { id, type, viewer, atMs, adPositionSeconds } = event;
  return {
    index,
    id,
    type,
    contentId: content.id,
    ownerMemberId: content.ownerMemberId,
    day,
    atMs,
    viewer,
    adPositionSeconds,
    adVideoId,
  };
}
