import type { EventSource } from '@/lib/events/name-viewers';
import { streamingErrors } from './errors';
import { heldBeats } from './held-beats';
import { readBeats } from './read-beats';
import { releaseBeats } from './release-beats';
import { MAX_HEARTBEATS, type WatchReceipt } from './schema';
import { writeBeats } from './write-beats';

/**
 * Takes one heartbeat or an array of one to 500. They wait to be written within a minute; those of a player that
 * stopped are written before this resolves. Errors: streaming/wrong-count.
 */
export async function recordBeats(body: unknown, source: EventSource, now: Date): Promise<WatchReceipt> {
  const items = Array.isArray(body) ? body : [body];
  if (items.length < 1 || items.length > MAX_HEARTBEATS) throw streamingErrors.wrongCount(items.length);
  const { beats, rejections } = await readBeats(items, (i) => (Array.isArray(body) ? `/${i}` : ''), source, now);
  if (beats.length > 0) {
    const kept = await heldBeats().hold(beats);
    const stopped = kept.filter((_, i) => beats[i]?.stopped);
    await writeBeats(stopped);
    await releaseBeats(stopped);
  }
  const rejected = rejections.length;
  return { received: items.length, accepted: items.length - rejected, rejected, items: rejections };
}
