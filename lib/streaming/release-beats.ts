import { allHeldBeats, type Beat } from './held-beats';

/** Forgets heartbeats that were written, wherever they waited. What stays behind is written again, and adds nothing. */
export async function releaseBeats(beats: Beat[]): Promise<void> {
  if (beats.length === 0) return;
  await Promise.all(allHeldBeats().map((held) => held.release(beats).catch(() => undefined)));
}
