import { createHash } from 'node:crypto';

/** For whom and where an ad video is picked; the same four give the same one. */
export type Slot = { viewer: string; day: string; contentId: number; positionSeconds: number };

/**
 * The same viewer, day and slot get the same ad video, and over viewers, slots and days each gets the same share: every
 * ad video draws a number from the slot and the highest wins. One that comes or goes moves only its own share.
 */
export function pickAd<T extends { id: number }>(ads: readonly T[], slot: Slot): T | null {
  const place = `${slot.day} ${slot.contentId} ${slot.positionSeconds} ${slot.viewer}`;
  let best: { ad: T; drawn: bigint } | null = null;
  for (const ad of ads) {
    const drawn = createHash('sha256').update(`${ad.id} ${place}`).digest().readBigUInt64BE();
    if (!best || drawn > best.drawn) best = { ad, drawn };
  }
  return best?.ad ?? null;
}
