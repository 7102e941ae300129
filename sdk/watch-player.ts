import type { Environment } from './environment';

/** What is needed of an HTML video element. */
export type Player = Pick<HTMLMediaElement, 'currentTime' | 'paused' | 'ended'> & {
  addEventListener: (type: string, run: () => void) => void;
  removeEventListener: (type: string, run: () => void) => void;
};

export type Playing = { positionSeconds: number; watchedSeconds: number; stopped: boolean };

const EVERY_MILLISECONDS = 10_000;
/** A player that plays says so several times a second; a longer gap was no playing, but a device asleep. */
const GAP_MILLISECONDS = 5000;

/** Tells where a player is: when it begins, every ten seconds while it plays, and at once when it stops. Returns how to end it. */
export function watchPlayer(
  player: Player,
  { now, listen }: Environment,
  tell: (playing: Playing) => void,
): () => void {
  let watched = 0;
  let toldAt = 0;
  /** When time was counted last; 0 while nothing plays, infinite while it waits for data. */
  let countedAt = 0;
  const count = () => {
    const since = now() - countedAt;
    if (since > 0 && since < GAP_MILLISECONDS) watched += since;
    countedAt = now();
  };
  const say = (stopped: boolean) => {
    toldAt = now();
    // The last frame lies a little before the end, and a video that was seen to its end starts over.
    const positionSeconds = player.ended ? Math.ceil(player.currentTime) : player.currentTime;
    tell({ positionSeconds, watchedSeconds: watched / 1000, stopped });
  };
  const moves = () => {
    if (player.paused) return;
    const begins = !countedAt;
    count();
    if (begins || Math.abs(now() - toldAt) >= EVERY_MILLISECONDS) say(false);
  };
  const waits = () => {
    if (!countedAt) return;
    count();
    countedAt = Number.POSITIVE_INFINITY;
  };
  const stops = () => {
    if (!countedAt) return;
    count();
    countedAt = 0;
    say(true);
  };
  const heard = { timeupdate: moves, waiting: waits, pause: stops, ended: stops, emptied: stops };
  for (const [type, run] of Object.entries(heard)) player.addEventListener(type, run);
  const endings = [
    stops,
    listen('pagehide', stops),
    // Often the last that a phone lets a page know.
    listen('visibilitychange', () => {
      if (!countedAt) return;
      count();
      say(false);
    }),
  ];
  return () => {
    for (const end of endings) end();
    for (const [type, run] of Object.entries(heard)) player.removeEventListener(type, run);
  };
}
