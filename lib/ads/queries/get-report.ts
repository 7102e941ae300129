import { sql } from 'drizzle-orm';
import { daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, readDb, type Tx } from '@/lib/platform/database';
import { expectedEndOf } from '../rules';
import type { Ad, AdReport } from '../schema';
import { decisionOf, getAd } from './get-ad';

type Asked = { id: number; ownerId: number | null; now: Date };
type Hour = { startMs: number; participations: number; points: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How an ad does; all figures are of one moment, so that they agree. Throws ads/not-found. */
export async function getReport(asked: Asked): Promise<AdReport> {
  const ad = await getAd(db(), asked);
  const oneMoment = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return readDb().transaction((tx) => reportOf(tx, ad, asked.now), oneMoment);
}

async function reportOf(tx: Tx, ad: Ad, now: Date): Promise<AdReport> {
  const hours = await hoursOf(tx, ad.id);
  const participations = hours.reduce((sum, hour) => sum + hour.participations, 0);
  const { state, places } = ad;
  const period = { startsAt: new Date(ad.startsAt), endsAt: new Date(ad.endsAt) };
  const facts = { decided: decisionOf(state), ...period, places, used: participations };
  const expectedEnd = expectedEndOf(facts, await countLastDay(tx, ad.id, now), now);
  return {
    id: ad.id,
    participations,
    refusals: await refusalsOf(tx, ad.id),
    ...(await pointsOf(tx, ad.id)),
    placesLeft: Math.max(0, places - participations),
    expectedEndAt: expectedEnd?.toISOString() ?? null,
    days: daysIn(hours),
    hours: hours.map((hour) => ({
      hourStart: new Date(hour.startMs).toISOString(),
      participations: hour.participations,
    })),
  };
}

/** Every hour from the first participation to the last. Hours begin as the wall clock says, so that each has one day. */
async function hoursOf(tx: Tx, adId: number): Promise<Hour[]> {
  const { rows } = await tx.execute<{ second: number; participations: number; points: number }>(sql`
    select extract(epoch from date_trunc('hour', joined_at, ${calendar().zone}))::bigint as second,
      count(*) as participations, sum(reward_points)::bigint as points
    from participations where ad_id = ${adId} group by 1 order by 1`);
  const hours: Hour[] = [];
  for (const { second, participations, points } of rows) {
    const startMs = second * 1000;
    for (let gap = (hours.at(-1)?.startMs ?? startMs) + HOUR; gap < startMs; gap += HOUR)
      hours.push({ startMs: gap, participations: 0, points: 0 });
    hours.push({ startMs, participations, points });
  }
  return hours;
}

/** Every business day from the first participation to the last. */
function daysIn(hours: Hour[]): AdReport['days'] {
  const dayAt = (hour: Hour | undefined) => (hour ? calendar().dayOf(new Date(hour.startMs)) : null);
  const [from, to] = [dayAt(hours[0]), dayAt(hours.at(-1))];
  if (from === null || to === null) return [];
  const days = new Map(daysOf({ from, to }).map((day) => [day, { day, participations: 0, points: 0 }]));
  for (const hour of hours) {
    const day = days.get(dayAt(hour) ?? from);
    if (!day) continue;
    day.participations += hour.participations;
    day.points += hour.points;
  }
  return [...days.values()];
}

async function countLastDay(tx: Tx, adId: number, now: Date): Promise<number> {
  const since = new Date(now.getTime() - DAY).toISOString();
  const { rows } = await tx.execute<{ n: number }>(
    sql`select count(*) as n from participations where ad_id = ${adId} and joined_at > ${since}`,
  );
  return rows[0]?.n ?? 0;
}

async function refusalsOf(tx: Tx, adId: number): Promise<AdReport['refusals']> {
  const { rows } = await tx.execute<{ reason: string; n: number }>(
    sql`select reason, sum(n)::bigint as n from ad_refusals where ad_id = ${adId} group by reason order by 2 desc, 1`,
  );
  return rows;
}

async function pointsOf(tx: Tx, adId: number): Promise<Pick<AdReport, 'pointsPaid' | 'pointsPromised'>> {
  const { rows } = await tx.execute<{ paid: number; promised: number }>(sql`
    select coalesce(sum(a.amount), 0)::bigint as promised,
      coalesce(sum(a.amount) filter (where a.accrued_at is not null), 0)::bigint as paid
    from participations p join point_accruals a on a.member_id = p.member_id and a.reference = 'participation:' || p.id
    where p.ad_id = ${adId}`);
  const { paid = 0, promised = 0 } = rows[0] ?? {};
  return { pointsPaid: paid, pointsPromised: promised };
}
