import { type Boxoffice, type BoxofficeOptions, createBoxoffice } from '../create-boxoffice';
import type { Environment } from '../environment';
import type { Receipt, SdkEvent, Trouble } from '../event';
import { FakeClock } from './clock';
import { FakeServer } from './server';
import { FakeStorage } from './storage';

const BEACON_BYTES = 64 * 1024;

/** A browser with pages, a server, and a clock that a test moves. */
export class World {
  readonly clock = new FakeClock();
  readonly storage = new FakeStorage();
  readonly server = new FakeServer(this.clock);
  readonly answers: { receipt: Receipt; events: SdkEvent[] }[] = [];
  readonly troubles: Trouble[] = [];
  private seed = 1;

  open(options: Partial<BoxofficeOptions> = {}, changes: Partial<Environment> = {}): Page {
    return new Page(this, options, changes);
  }

  dropped(): SdkEvent[] {
    return this.troubles.flatMap((trouble) => trouble.dropped);
  }

  /** The same numbers in each run: mulberry32. */
  random = (): number => {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** One page of the browser. Asleep (in the back/forward cache) it does nothing; dead it never will again. */
export class Page {
  readonly boxoffice: Boxoffice;
  state: 'awake' | 'asleep' | 'dead' = 'awake';
  private listeners = new Set<{ type: string; run: () => void }>();
  private delayed: (() => void)[] = [];

  constructor(
    private readonly world: World,
    options: Partial<BoxofficeOptions>,
    changes: Partial<Environment>,
  ) {
    const { answers, troubles } = world;
    const heard = {
      onAnswer: (receipt: Receipt, events: SdkEvent[]) => void answers.push({ receipt, events }),
      onError: (trouble: Trouble) => void troubles.push(trouble),
    };
    const all = { key: 'bo_pk_test', endpoint: 'https://boxoffice.test/api/v1/events', ...heard, ...options };
    this.boxoffice = createBoxoffice(all, { ...this.environment(), ...changes });
  }

  tell(type: 'pagehide' | 'pageshow' | 'online' | 'visibilitychange'): void {
    for (const listener of this.listeners) if (this.state === 'awake' && listener.type === type) listener.run();
  }

  crash(): void {
    this.state = 'dead';
  }

  leave(): void {
    this.tell('pagehide');
    this.state = 'dead';
  }

  sleep(): void {
    this.tell('pagehide');
    if (this.state === 'awake') this.state = 'asleep';
  }

  wake(): void {
    if (this.state !== 'asleep') return;
    this.state = 'awake';
    this.tell('pageshow');
    for (const run of this.delayed.splice(0)) run();
  }

  private environment(): Environment {
    const { clock, server, storage, random } = this.world;
    return {
      fetch: (url, init) => this.whileAwake(server.fetch(url, init)),
      beacon: (url, body) => {
        if (body.size > BEACON_BYTES) return false;
        void server.beacon(url, body);
        return true;
      },
      storage,
      now: clock.now,
      random,
      after: (delay, run) => clock.after(delay, () => this.run(run)),
      listen: (type, run) => {
        const listener = { type, run };
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }

  private run(work: () => void): void {
    if (this.state === 'awake') work();
    if (this.state === 'asleep') this.delayed.push(work);
  }

  private whileAwake<T>(promise: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      promise.then(
        (value) => this.run(() => resolve(value)),
        (error) => this.run(() => reject(error)),
      );
    });
  }
}
