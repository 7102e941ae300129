import type { Boxoffice } from '@/sdk/create-boxoffice';

type Player = Parameters<Boxoffice['watch']>[0];

/** What the SDK needs of a video element, without a video: its position is moved by hand. */
export type DemoPlayer = Player & {
  play: () => void;
  pause: () => void;
  /** Moves on, and ends at the end. */
  moveTo: (seconds: number, durationSeconds: number) => void;
};

export function demoPlayer(): DemoPlayer {
  const listeners = new EventTarget();
  const say = (type: string) => listeners.dispatchEvent(new Event(type));
  const player: DemoPlayer & { -readonly [K in 'paused' | 'ended']: boolean } = {
    currentTime: 0,
    paused: true,
    ended: false,
    addEventListener: (type, run) => listeners.addEventListener(type, run),
    removeEventListener: (type, run) => listeners.removeEventListener(type, run),
    play: () => {
      player.paused = false;
      player.ended = false;
      say('timeupdate');
    },
    pause: () => {
      player.paused = true;
      say('pause');
    },
    moveTo: (seconds, durationSeconds) => {
      player.currentTime = seconds;
      say('timeupdate');
      if (seconds < durationSeconds) return;
      player.paused = true;
      player.ended = true;
      say('ended');
    },
  };
  return player;
}
