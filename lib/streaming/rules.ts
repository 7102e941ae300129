import { AD_SLOT_SECONDS } from '@/lib/events/rules';
import type { Calendar, Day } from '@/lib/kernel/day';

/** Streaming rule 1: one slot per five minutes, at i x 300 s for i = 1 .. floor(duration / 300). */
export function adPositionsOf(durationSeconds: number): number[] {
  const slots = Math.floor(durationSeconds / AD_SLOT_SECONDS);
  return Array.from({ length: slots }, (_, i) => (i + 1) * AD_SLOT_SECONDS);
}

/** Streaming rule 2: playback goes on where the viewer was; a finished video starts over. */
export function resumeAt(positionSeconds: number | null, durationSeconds: number): number {
  return positionSeconds === null || positionSeconds >= durationSeconds ? 0 : positionSeconds;
}

/** What is known of a player: its own count of seconds played, and when its last heartbeat was accepted. */
export type PlayerState = { watchedSeconds: number; atMs: number };

/**
 * Streaming rule 2: a heartbeat adds the smaller of what the player's own count rose by and the time since its last
 * accepted heartbeat, so that rewinding and made-up figures add none. The first one of a player adds nothing: its
 * time began before anybody was told. Null when it is not newer than the last.
 */
export function stepPlayer(
  state: PlayerState | null,
  beat: PlayerState,
): { addedSeconds: number; next: PlayerState } | null {
  if (!state) return { addedSeconds: 0, next: beat };
  if (beat.atMs <= state.atMs) return null;
  const elapsedSeconds = (beat.atMs - state.atMs) / 1000;
  const risen = Math.max(0, beat.watchedSeconds - state.watchedSeconds);
  return { addedSeconds: Math.min(risen, elapsedSeconds), next: beat };
}

/**
 * Streaming rule 2: time watched up to a moment belongs to the business days it was watched on. Taken to have been
 * watched just before that moment, since a player tells at once when it stops. Milliseconds, latest day first.
 */
export function splitByDay(
  untilMs: number,
  watchedMs: number,
  calendar: Pick<Calendar, 'dayOf' | 'startOf'>,
): { day: Day; milliseconds: number }[] {
  const parts: { day: Day; milliseconds: number }[] = [];
  const sinceMs = untilMs - watchedMs;
  for (let end = untilMs; end > sinceMs; ) {
    // The last moment before midnight is still of the day that ends there.
    const day = calendar.dayOf(new Date(end - 1));
    const start = Math.max(sinceMs, calendar.startOf(day).getTime());
    parts.push({ day, milliseconds: end - start });
    end = start;
  }
  return parts;
}
