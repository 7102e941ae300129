import { joinAds } from '@/db/builders/ads';
import { buildDemoAds } from '@/db/builders/demo-ads';
import { buildWishes, type WishPlan } from '@/db/builders/demo-wishes';
import type { BuiltUser } from '@/db/builders/people';
import { type Random, randomOf } from '@/db/builders/random';
import { adRefusals } from '@/db/schema/ads';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { judgeWishes } from './judge-wishes';
import { registerAds } from './register-ads';

/** What those who sign in to the demo joined, so many days ago; the rest of what is live is left for them. */
const JOINED: Record<string, [key: string, daysAgo: number][]> = {
  'bora@demo.boxoffice.example': [
    ['welcome', 86],
    ['roastery', 85],
    ['trailer', 78],
    ['night', 56],
    ['panel', 40],
    ['panel-2', 25],
    ['kimchi', 17],
    ['podcast', 6],
    ['winter', 2],
  ],
  'sejin@demo.boxoffice.example': [
    ['welcome', 51],
    ['noodle', 50],
    ['panel', 38],
    ['winter', 5],
  ],
  'admin@demo.boxoffice.example': [
    ['trailer', 77],
    ['kimchi', 13],
  ],
};

/**
 * The ads of the demo and everybody who joined them up to `now`, the same ones for the same day; the points are paid, but
 * for those of the last moments, whose jobs wait.
 */
export async function seedAds(
  people: readonly BuiltUser[],
  now: Date,
): Promise<{ ads: number; participations: number }> {
  const today = calendar().dayOf(now);
  const planned = buildDemoAds(today);
  const ads = await registerAds(planned, ownersAmong(people), now);
  const { startOf } = calendar();
  const wishes = buildWishes({ ads: planned, today, startOf, untilMs: now.getTime(), regulars: regularsAmong(people) });
  const { joined, refused } = judgeWishes(wishes, ads);
  const random = randomOf(`payments of ${today}`);
  await joinAds(
    db(),
    joined.map((one) => ({ ...one, ...paymentOf(one.joinedAt, random, now) })),
  );
  await db().insert(adRefusals).values(refused);
  return { ads: ads.size, participations: joined.length };
}

function ownersAmong(people: readonly BuiltUser[]) {
  const named = (email: string) => {
    const found = people.find((user) => user.email === email);
    if (!found) throw new Error(`${email} is nobody of the demo`);
    return found;
  };
  return { advertiser: named('narae@demo.boxoffice.example'), admin: named('admin@demo.boxoffice.example') };
}

const regularsAmong = (people: readonly BuiltUser[]): WishPlan['regulars'] =>
  new Map(people.flatMap(({ email, memberId }) => (JOINED[email] ? [[memberId, JOINED[email]] as const] : [])));

/** A job pays within moments, now and then at its second try. */
function paymentOf(joinedAt: Date, random: Random, now: Date): { paidAt?: Date } {
  const seconds = random.chance(0.02) ? 20 + random.fraction() * 40 : 0.2 + random.fraction() * 1.8;
  const paidAt = new Date(joinedAt.getTime() + Math.round(seconds * 1000));
  return paidAt <= now ? { paidAt } : {};
}
