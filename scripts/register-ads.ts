import { type BuiltAd, makeAd } from '@/db/builders/ads';
import type { DemoCondition } from '@/db/builders/demo-ad-plans';
import type { DemoAd } from '@/db/builders/demo-ads';
import type { BuiltUser } from '@/db/builders/people';
import { auditLog } from '@/db/schema/accounts';
import { auditOf } from '@/lib/ads/ad-store';
import type { Condition } from '@/lib/ads/conditions';
import { addDays, daysUntil } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import type { SeededAd } from './judge-wishes';
import { seedPictures } from './seed-pictures';

type AuditRow = typeof auditLog.$inferInsert & { at: Date };
type Owners = { advertiser: BuiltUser; admin: BuiltUser };

const ACTIONS: Record<string, string> = { paused: 'ad.paused', ended: 'ad.ended', open: 'ad.resumed' };

/** Registers the ads of the demo as their advertisers did, with what they changed up to `now` and its audit rows. */
export async function registerAds(
  planned: readonly DemoAd[],
  owners: Owners,
  now: Date,
): Promise<Map<string, SeededAd>> {
  const pictures = await seedPictures(planned, now);
  const ads = new Map<string, SeededAd>();
  const audit: AuditRow[] = [];
  for (const [index, plan] of planned.entries()) {
    const owner = plan.house ? owners.admin : owners.advertiser;
    const at = registeredAt(plan, index, now);
    const versions = versionsOf(plan, at, now);
    const last = versions.at(-1) ?? plan;
    const row = await makeAd(db(), {
      ...{ name: plan.name, text: plan.text, rewardPoints: plan.rewardPoints, places: last.places },
      ...{ startsAt: calendar().startOf(plan.startsOn), endsAt: calendar().endOf(plan.lastOn), createdAt: at },
      ...{ ownerId: plan.house ? null : owner.id, imageKey: pictures.get(plan.key) ?? null },
      ...{ eligibility: conditionsOf(plan.eligibility, ads), state: versions.at(-1)?.decided ?? 'open' },
    });
    ads.set(plan.key, { row, words: versions });
    audit.push(...auditRowsOf(row, versions, owner));
  }
  await db()
    .insert(auditLog)
    .values(audit.sort((a, b) => a.at.getTime() - b.at.getTime()));
  return ads;
}

/** In the forenoon two days before it begins, and at the latest yesterday; one after the other. */
function registeredAt({ startsOn }: DemoAd, index: number, now: Date): Date {
  const today = calendar().dayOf(now);
  const day = addDays(today, Math.min(daysUntil(today, startsOn) - 2, -1));
  return new Date(calendar().at(day, '10:00').getTime() + index * 7 * 60_000 + index * 1300);
}

/** What the advertiser said, from when on: at first, and after each change there was by `now`. */
function versionsOf({ places, steps }: DemoAd, at: Date, now: Date): SeededAd['words'] {
  const versions: SeededAd['words'] = [{ at, decided: 'open', places }];
  for (const { on, minute, change } of steps) {
    const before = versions.at(-1) ?? { decided: 'open', places };
    const changed = 'places' in change ? change : { decided: change.state };
    const then = new Date(calendar().startOf(on).getTime() + minute * 60_000);
    if (then <= now) versions.push({ ...before, ...changed, at: then });
  }
  return versions;
}

function conditionsOf(planned: readonly DemoCondition[], ads: ReadonlyMap<string, SeededAd>): Condition[] {
  return planned.map((one) => {
    if (one.kind !== 'joined') return one;
    const named = ads.get(one.key);
    if (!named) throw new Error(`${one.key} is to be registered before the ad that asks for it`);
    return { kind: 'joined', adId: named.row.id };
  });
}

function auditRowsOf(row: BuiltAd, versions: SeededAd['words'], { id, name }: BuiltUser): AuditRow[] {
  const pictureOf = ({ decided, places }: SeededAd['words'][number]) => auditOf({ ...row, state: decided, places });
  return versions.map((version, index) => {
    const before = versions[index - 1];
    const changed = before?.decided === version.decided ? 'ad.changed' : (ACTIONS[version.decided] ?? 'ad.changed');
    return {
      at: version.at,
      actorKind: 'user',
      actorId: id,
      actorName: name ?? '',
      action: before ? changed : 'ad.created',
      subjectKind: 'ad',
      subjectId: String(row.id),
      before: before ? pictureOf(before) : null,
      after: pictureOf(version),
      requestId: `demo-ad-${row.id}-${index + 1}`,
    };
  });
}
