import type { Actor } from '@/lib/accounts/actor';
import { keyAllows } from '@/lib/accounts/scopes';
import type { PostKind } from './schema';

/** Who speaks, and how a list of posts is asked for. Here, so that no screen loads the checks of the doors for them. */
export const POST_KINDS = ['admin', 'notice', 'member'] as const;
export const POST_SORTS = ['newest', 'commented'] as const;
export const POST_STATES = ['seen', 'hidden', 'all'] as const;

/** Points rule 3. */
export const POST_REWARD_POINTS = 100;
export const REWARDED_POSTS_A_DAY = 3;
/** Points rule 5. */
const RANK_REWARD_POINTS = 500;
const REWARDED_RANKS = 3;
/** How many ranks of a day are kept and shown. */
export const BOARD_LENGTH = 100;

/** How fast one member may write, whoever sends it: enough for a person in a hurry, too slow for a macro. */
export const PACES = {
  post: { requestsPerSecond: 1 / 30, burst: 10 },
  comment: { requestsPerSecond: 1 / 3, burst: 20 },
} as const;

/** Whether somebody hides what others wrote, sees what is hidden, and publishes for the house. */
export function mayModerate(actor: Actor): boolean {
  if (actor.kind === 'user') return actor.roles.includes('admin');
  return actor.kind === 'system' || keyAllows(actor.scopes, 'posts:moderate');
}

/** Whether somebody may publish a post of this kind. */
export function mayPublish(actor: Actor, kind: PostKind): boolean {
  return kind === 'member' || mayModerate(actor);
}

/** Minutes of a day, as the wall clock shows them; both null when members may always write. */
export type ClosedHours = { fromMinute: number; untilMinute: number };

/** Whether the hours are closed at this minute: half-open, and over midnight when they end before they begin. */
export function isClosed({ fromMinute, untilMinute }: ClosedHours, minute: number): boolean {
  return fromMinute < untilMinute
    ? minute >= fromMinute && minute < untilMinute
    : minute >= fromMinute || minute < untilMinute;
}

/** `23:30` of 1410. */
export function clockOf(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** 1410 of `23:30`. */
export function minuteOf(clock: string): number {
  const [hours = '', minutes = ''] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Where a member stands on a day: how many others' posts they commented on, and when the last of them was the first time. */
export type Standing = { memberId: string; posts: number; reachedAt: Date };

/** What a rank earns. */
export function rewardOf(rank: number): number {
  return rank <= REWARDED_RANKS ? RANK_REWARD_POINTS : 0;
}
