type Timer = { at: number; order: number; run: () => void };

/** Time that passes only when a test says so; everything due then runs, in order. */
export class FakeClock {
  private time: number;
  private order = 0;
  private timers: Timer[] = [];

  constructor(start = Date.parse('2026-11-21T03:00:00Z')) {
    this.time = start;
  }

  now = (): number => this.time;

  after = (delay: number, run: () => void): (() => void) => {
    const timer = { at: this.time + Math.max(0, delay), order: this.order++, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  sleep = (delay: number): Promise<void> => new Promise((resolve) => this.after(delay, resolve));

  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settle();
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      const { at, run } = next;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, at);
      run();
      await settle();
    }
    this.time = end;
  }

  /** The clock of the device is set, forward or back; timers keep their distance. */
  set(time: number): void {
    const difference = time - this.time;
    for (const timer of this.timers) timer.at += difference;
    this.time = time;
  }

  private nextUntil(end: number): Timer | undefined {
    return this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.order - b.order)[0];
  }
}

/** Lets every promise that can go on do so. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
