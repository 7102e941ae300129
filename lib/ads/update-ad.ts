import { eq } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { ads } from '@/db/schema/ads';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { type Tx, transaction } from '@/lib/platform/database';
import { type AdRow, auditOf, lockAd, requireNamedAds } from './ad-store';
import { Condition } from './conditions';
import { adErrors } from './errors';
import { forgetCandidates } from './find-candidates';
import { imageOf } from './image-of';
import { momentOf } from './moment-of';
import { decisionOf, getAd } from './queries/get-ad';
import { judgePeriod, mayHavePlaces, ownerSeenBy, stateOf } from './rules';
import type { Ad, AdUpdate } from './schema';

type UpdateAd = By & { id: number; wanted: AdUpdate };
type Changes = Partial<Omit<AdRow, 'id' | 'createdAt' | 'used' | 'ownerId' | 'state'>>;

/**
 * Changes what was sent and nothing else (ads rule 1). Errors: ads/not-found, ads/ended, ads/name-taken,
 * ads/places-below-used, ads/period-reversed, ads/period-past, ads/unknown-condition, ads/unknown-image.
 */
export async function updateAd(call: UpdateAd): Promise<Ad> {
  const sent = await sentBy(call.wanted);
  const changed = await transaction((tx) => change(tx, call, sent)).catch((error) => {
    throw isNameTaken(error) ? adErrors.nameTaken(call.wanted.name ?? '') : error;
  });
  forgetCandidates();
  return changed;
}

async function change(tx: Tx, { id, actor, requestId, now }: UpdateAd, sent: Changes): Promise<Ad> {
  const before = await lockAd(tx, id, ownerSeenBy(actor));
  if (stateOf({ ...before, decided: decisionOf(before.state) }, now) === 'ended') throw adErrors.ended();
  const changes: Changes = Object.fromEntries(
    Object.entries(sent).filter(([name, value]) => !same(before, name, value)),
  );
  await judge(tx, before, changes, now);
  if (Object.keys(changes).length > 0) {
    const [after] = await tx.update(ads).set(changes).where(eq(ads.id, id)).returning();
    if (!after) throw adErrors.notFound();
    const subject = { kind: 'ad', id };
    const pictures = { before: auditOf(before), after: auditOf(after) };
    await appendAudit(tx, { actor, action: 'ad.changed', subject, ...pictures, requestId });
  }
  return getAd(tx, { id, ownerId: null, now });
}

/** What a request asks for, as it is stored; nothing for what it leaves out. */
async function sentBy({ imageUrl, startsAt, endsAt, ...fields }: AdUpdate): Promise<Changes> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(given),
    ...(startsAt !== undefined && { startsAt: momentOf(startsAt, 'start') }),
    ...(endsAt !== undefined && { endsAt: momentOf(endsAt, 'end') }),
    ...(imageUrl !== undefined && (await imageOf(imageUrl))),
  };
}

function same(before: AdRow, name: string, value: unknown): boolean {
  const was = name === 'eligibility' ? Condition.array().parse(before.eligibility) : before[name as keyof AdRow];
  return JSON.stringify(was) === JSON.stringify(value);
}

async function judge(tx: Tx, before: AdRow, changes: Changes, now: Date): Promise<void> {
  if (changes.places !== undefined && !mayHavePlaces(changes.places, before.used))
    throw adErrors.placesBelowUsed(before.used);
  const wrong = changes.startsAt || changes.endsAt ? judgePeriod({ ...before, ...changes }, now) : null;
  if (wrong === 'reversed') throw adErrors.periodReversed();
  if (wrong === 'past') throw adErrors.periodPast();
  if (changes.eligibility) await requireNamedAds(tx, Condition.array().parse(changes.eligibility), before.id);
}

function isNameTaken(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : null;
  return cause instanceof DatabaseError && cause.constraint === 'ads_name_key';
}
