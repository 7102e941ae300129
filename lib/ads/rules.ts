import type { Actor } from '@/lib/accounts/actor';
import { Condition, findUnmet, type History } from './conditions';

export type AdState = 'scheduled' | 'live' | 'paused' | 'sold-out' | 'ended';

/** What the state of an ad follows from. `decided` is the advertiser's word, the rest the clock and the count. */
export type AdFacts = {
  decided: 'open' | 'paused' | 'ended';
  startsAt: Date;
  endsAt: Date;
  places: number;
  used: number;
};

/** Ads rule 1; the period is half-open, so that `endsAt` itself is too late. */
export function stateOf({ decided, startsAt, endsAt, places, used }: AdFacts, now: Date): AdState {
  if (decided === 'ended' || now >= endsAt) return 'ended';
  if (decided === 'paused') return 'paused';
  if (now < startsAt) return 'scheduled';
  return used >= places ? 'sold-out' : 'live';
}

export type JoinVerdict =
  | { ok: true }
  | { ok: false; reason: 'not-live'; state: AdState }
  | { ok: false; reason: 'sold-out' }
  | { ok: false; reason: 'not-eligible'; condition: Condition; detail: string };

/** Ads rules 2 and 4, but for joining twice, which the database alone can know. */
export function judgeJoin(ad: AdFacts & { eligibility: Condition[] }, history: History, now: Date): JoinVerdict {
  const state = stateOf(ad, now);
  if (state === 'sold-out') return { ok: false, reason: 'sold-out' };
  if (state !== 'live') return { ok: false, reason: 'not-live', state };
  const unmet = findUnmet(ad.eligibility, history);
  return unmet ? { ok: false, reason: 'not-eligible', ...unmet } : { ok: true };
}

/** How many of its places may be offered: never fewer than are used, since nobody is sent away again. */
export function mayHavePlaces(places: number, used: number): boolean {
  return places >= Math.max(1, used);
}

/** Whose ads somebody may see and change: an advertiser their own, admins and programs all (null). */
export function ownerSeenBy(actor: Actor): number | null {
  return actor.kind === 'user' && !actor.roles.includes('admin') ? actor.id : null;
}

/** Whose drafts somebody may see and change: a person their own, also an admin; programs all (null). */
export function draftOwnerOf(actor: Actor): number | null {
  return actor.kind === 'user' ? actor.id : null;
}

export type OwnerVerdict = { ok: true; ownerId: number | null } | { ok: false };

/** Whose a new ad becomes: an advertiser's own; admins and programs name an owner, and without one it is the house's (null). */
export function judgeOwner(actor: Actor, wanted: number | null | undefined): OwnerVerdict {
  const self = actor.kind === 'user' && actor.roles.includes('advertiser') ? actor.id : null;
  if (ownerSeenBy(actor) === null) return { ok: true, ownerId: wanted === undefined ? self : wanted };
  return (wanted ?? self) === self ? { ok: true, ownerId: self } : { ok: false };
}

/** What is wrong with a period, if anything: it has to end after it begins, and not before now. */
export function judgePeriod({ startsAt, endsAt }: Period, now: Date): 'reversed' | 'past' | null {
  if (startsAt >= endsAt) return 'reversed';
  return endsAt <= now ? 'past' : null;
}

type Period = { startsAt: Date; endsAt: Date };

const DAY_MILLISECONDS = 86_400_000;

/**
 * When the last place of a live ad goes at the pace of the last 24 hours, or of its first hours, and at the latest the
 * end of its period. Null when it takes nobody now, or nobody joined in that time.
 */
export function expectedEndOf(ad: AdFacts, joinedLastDay: number, now: Date): Date | null {
  if (stateOf(ad, now) !== 'live' || joinedLastDay === 0) return null;
  const watchedMilliseconds = Math.min(DAY_MILLISECONDS, now.getTime() - ad.startsAt.getTime());
  const neededMilliseconds = ((ad.places - ad.used) / joinedLastDay) * watchedMilliseconds;
  return new Date(Math.min(Math.ceil(now.getTime() + neededMilliseconds), ad.endsAt.getTime()));
}

export type ConditionKind = Condition['kind'];

/** Every kind of eligibility, each with the names of what it asks for beside its kind, for forms that build a condition. */
export const CONDITION_KINDS: readonly { kind: ConditionKind; parts: readonly string[] }[] = Condition.options.map(
  ({ shape: { kind, ...rest } }) => ({ kind: kind.value, parts: Object.keys(rest) }),
);
