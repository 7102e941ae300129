import type { EventType, Reason } from './codes';

/** Seconds of a video between two ad slots (streaming rule 1). */
export const AD_SLOT_SECONDS = 300;

export type Acceptance = { maxAgeMilliseconds: number; maxAheadMilliseconds: number };

/** Events rule 1: an event is taken from 48 hours back to 5 minutes ahead, both included. */
export function judgeTime(at: Date, now: Date, limits: Acceptance): 'too-old' | 'in-the-future' | null {
  const age = now.getTime() - at.getTime();
  if (age > limits.maxAgeMilliseconds) return 'too-old';
  return -age > limits.maxAheadMilliseconds ? 'in-the-future' : null;
}

/** Streaming rule 1: slots lie at i x 300 s for i = 1 .. floor(duration / 300). */
export function isAdSlot(positionSeconds: number, durationSeconds: number): boolean {
  return positionSeconds > 0 && positionSeconds <= durationSeconds && positionSeconds % AD_SLOT_SECONDS === 0;
}

/** The latest event that said whether a viewer likes a content; `at` in milliseconds. */
export type LikeState = { liked: boolean; at: number; eventId: string };

export type LikeVerdict = { reason: Reason | null; next: LikeState };

/**
 * Events rule 4: likes are a state. The latest event time wins (equal times: the higher event id);
 * an older event that arrives later is superseded, and one that changes nothing still moves the time on.
 */
export function judgeLike(
  state: LikeState | null,
  event: { type: 'like' | 'unlike'; at: number; id: string },
): LikeVerdict {
  const older = state && (event.at < state.at || (event.at === state.at && event.id < state.eventId));
  if (state && older) return { reason: 'superseded', next: state };
  const liked = event.type === 'like';
  const next = { liked, at: event.at, eventId: event.id };
  if (liked === (state?.liked ?? false)) return { reason: liked ? 'already-liked' : 'not-liked', next };
  return { reason: null, next };
}

/** Which window a type of event is judged by, and the reason it refuses a repetition with (events rules 3 and 5). */
export type RepeatRule = { windowMilliseconds: number; dailyCap: number; repeat: Reason };

export type RepeatRules = Record<Exclude<EventType, 'like' | 'unlike'>, RepeatRule>;

/**
 * Who an event is attributed to. A trusted member id comes first; without one a click or like goes by the
 * anonymous id and a view by the address, since views are money and an anonymous id is free to change.
 */
export function viewerOf(
  type: EventType,
  names: { memberId: string | null; anonymousId: string | null; addressHash: string | null },
): string | null {
  if (names.memberId !== null) return `m:${names.memberId}`;
  const paid = type === 'view' || type === 'ad-view';
  if (!paid && names.anonymousId !== null) return `a:${names.anonymousId}`;
  return names.addressHash === null ? null : `i:${names.addressHash}`;
}
