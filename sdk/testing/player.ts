import type { Player } from '../watch-player';
import type { FakeClock } from './clock';

const FRAME_MILLISECONDS = 250;

/** A video element: while it plays it says so four times a second of the clock. */
export class FakePlayer implements Player {
  currentTime = 0;
  paused = true;
  ended = false;
  waiting = false;
  private listeners = new Set<{ type: string; run: () => void }>();

  constructor(
    private readonly clock: FakeClock,
    private readonly duration = 900,
  ) {}

  addEventListener(type: string, run: () => void): void {
    this.listeners.add({ type, run });
  }

  removeEventListener(type: string, run: () => void): void {
    for (const one of this.listeners) if (one.type === type && one.run === run) this.listeners.delete(one);
  }

  play(): void {
    this.paused = false;
    this.frame();
  }

  pause(): void {
    this.paused = true;
    this.say('timeupdate');
    this.say('pause');
  }

  stall(milliseconds: number): void {
    this.waiting = true;
    this.say('waiting');
    this.clock.after(milliseconds, () => {
      this.waiting = false;
    });
  }

  seek(seconds: number): void {
    this.currentTime = seconds;
    this.say('timeupdate');
  }

  countListeners(): number {
    return this.listeners.size;
  }

  private frame = (): void => {
    if (this.paused) return;
    if (!this.waiting) this.say('timeupdate');
    this.clock.after(FRAME_MILLISECONDS, () => {
      if (!this.paused && !this.waiting) this.currentTime += FRAME_MILLISECONDS / 1000;
      if (this.currentTime < this.duration) this.frame();
      else this.end();
    });
  };

  private end(): void {
    this.ended = true;
    this.currentTime = this.duration;
    this.pause();
    this.say('ended');
  }

  private say(type: string): void {
    for (const one of [...this.listeners]) if (one.type === type) one.run();
  }
}
