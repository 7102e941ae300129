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

export type ConditionKind = Condition['kind'];

/** Every kind of eligibility, each with the names of what it asks for beside its kind, for forms that build a condition. */
export const CONDITION_KINDS: readonly { kind: ConditionKind; parts: readonly string[] }[] = Condition.options.map(
  ({ shape: { kind, ...rest } }) => ({ kind: kind.value, parts: Object.keys(rest) }),
);
