import { LRUCache } from 'lru-cache';
import { singleton } from '@/lib/platform/singleton';
import { type Beat, type HeldBeats, type Place, playerKeyOf, type Told } from './held-beats';

const AT_ONCE = 500;

/** In this process: for one process alone, and for the time that Redis is away. */
export function heldHere(): HeldBeats {
  const { beats: held, places } = ownHeld();
  const keep = (beat: Beat): Beat => {
    const key = playerKeyOf(beat);
    const kept = merged(held.get(key) ?? beat, beat);
    held.set(key, kept);
    const place = placeKeyOf(beat.contentId, beat.viewer);
    if ((places.get(place)?.atMs ?? Number.NEGATIVE_INFINITY) < beat.atMs) places.set(place, beat);
    return kept;
  };
  return {
    hold: async (beats) => {
      for (const beat of beats) keep(beat);
      return beats.map((beat) => held.get(playerKeyOf(beat)) ?? beat);
    },
    pages: async function* () {
      const waiting = [...held.values()];
      for (let i = 0; i < waiting.length; i += AT_ONCE) yield waiting.slice(i, i + AT_ONCE);
    },
    release: async (beats) => {
      for (const beat of beats) {
        const key = playerKeyOf(beat);
        if (held.get(key)?.atMs === beat.atMs) held.delete(key);
      }
    },
    findPlace: async (contentId, viewer) => places.get(placeKeyOf(contentId, viewer)) ?? null,
  };
}

/** Of two that tell of one moment the one that waited stands. */
function merged(known: Beat, beat: Beat): Beat {
  const first = known.began ?? toldBy(known);
  const newest = known.atMs >= beat.atMs ? known : beat;
  return { ...newest, began: beat.atMs < first.atMs ? toldBy(beat) : first };
}

const toldBy = ({ atMs, watchedMs }: Told): Told => ({ atMs, watchedMs });

const placeKeyOf = (contentId: number, viewer: string) => `${contentId} ${viewer}`;

// Bounded: past 200,000 the longest silent ones are forgotten, and their next heartbeat repairs it.
const ownHeld = () =>
  singleton('held-beats', () => ({
    beats: new LRUCache<string, Beat>({ max: 200_000 }),
    places: new LRUCache<string, Place>({ max: 200_000 }),
  }));
