import { askRedis, redisLink } from '@/lib/platform/redis/client';
import { heldHere } from './held-here';
import { heldInRedis } from './held-in-redis';

/** The latest that a player told of itself; milliseconds are its own count of time played. */
export type Beat = Told & {
  contentId: number;
  viewer: string;
  playerId: string;
  positionSeconds: number;
  /** The earliest that waits with it, from where the time of a player counts of which nothing is written yet. */
  began?: Told;
};

export type Told = { atMs: number; watchedMs: number };

/** Where a viewer was in a video, and when. */
export type Place = { atMs: number; positionSeconds: number };

/** Heartbeats that wait to be written: the latest of each player, in one place. Any of these rejects when the place fails. */
export type HeldBeats = {
  /** Keeps the newest and the earliest of each player, atomically, and answers with what is kept then, in the order given. */
  hold: (beats: Beat[]) => Promise<Beat[]>;
  /** All that waits; what comes or goes meanwhile may be missing, and one player may come twice. */
  pages: () => AsyncIterable<Beat[]>;
  /** Forgets what was written; a player that has told more since then still waits. */
  release: (beats: Beat[]) => Promise<void>;
  findPlace: (contentId: number, viewer: string) => Promise<Place | null>;
};

/** Redis when there is one and it answers, else this process. */
export function heldBeats(): Pick<HeldBeats, 'hold' | 'findPlace'> {
  const here = heldHere();
  return {
    hold: (beats) =>
      askRedis(
        (client) => heldInRedis(client).hold(beats),
        () => here.hold(beats),
      ),
    findPlace: (contentId, viewer) =>
      askRedis(
        (client) => heldInRedis(client).findPlace(contentId, viewer),
        () => here.findPlace(contentId, viewer),
      ),
  };
}

/** Every place where heartbeats may wait: this process too, which held them while Redis was away. */
export function allHeldBeats(): HeldBeats[] {
  const { transport, client } = redisLink();
  return transport === 'in-process' ? [heldHere()] : [heldHere(), heldInRedis(client)];
}

/** One text a player, which is no JSON: a client that reads answers as JSON leaves it as it is. */
export function playerKeyOf({ contentId, viewer, playerId }: Pick<Beat, 'contentId' | 'viewer' | 'playerId'>): string {
  return `${contentId} ${encodeURIComponent(viewer)} ${encodeURIComponent(playerId)}`;
}
