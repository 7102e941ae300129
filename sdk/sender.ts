import { bodyOf, cutBatch } from './cut-batch';
import type { Environment } from './environment';
import type { Receipt, SdkEvent, Trouble } from './event';
import type { Outbox } from './outbox';
import { type Answer, LONGEST_WAIT_MILLISECONDS, postBatch } from './post-batch';
import type { Shelf } from './shelf';

export type SenderOptions = {
  key: string;
  endpoint: string;
  flushAfterMilliseconds: number;
  maxBatch: number;
  onAnswer: (receipt: Receipt, events: SdkEvent[]) => void;
  onError: (trouble: Trouble) => void;
};

const LONGEST_BACKOFF_MILLISECONDS = 300_000;
const MAX_WAITING = 5000;
/** 47 hours: the server takes events of the last 48, and one is left for the way. */
const MAX_AGE_MILLISECONDS = 169_200_000;
/** The request itself is at fault. A smaller one may pass; a single event that is refused so never will. */
const FAULTY = [400, 413, 422];

/** Empties the outbox, one request at a time, as fast as the server allows. */
export class Sender {
  private sending: Promise<void> | undefined;
  private stopTimer = () => {};
  private due = Number.POSITIVE_INFINITY;
  private failures = 0;
  private backoffUntil = 0;
  private limit: number;

  constructor(
    private readonly environment: Environment,
    private readonly options: SenderOptions,
    private readonly outbox: Outbox,
    private readonly shelf: Shelf,
  ) {
    this.limit = options.maxBatch;
  }

  /** Events are waiting: sends at once when they fill a batch, else a little later. */
  wake(): void {
    if (this.outbox.events.length > MAX_WAITING) this.dropWhatMust();
    const { length } = this.outbox.events;
    if (length > 0) this.schedule(length >= this.options.maxBatch ? 0 : this.options.flushAfterMilliseconds);
  }

  /** Resolves when everything was answered, or the rest has to wait. */
  flush(): Promise<void> {
    this.sending ??= this.drain().finally(() => {
      this.sending = undefined;
      if (this.outbox.events.length > 0) this.schedule(0);
    });
    return this.sending;
  }

  /** The network is back: what failed for want of it need not wait. */
  recover(): void {
    this.backoffUntil = 0;
    this.flush();
  }

  /** The last words of a page. No answer can be read, so what is stored is sent again by the next one. */
  leave(): void {
    this.rest();
    const { endpoint, key } = this.options;
    const url = `${endpoint}${endpoint.includes('?') ? '&' : '?'}key=${encodeURIComponent(key)}`;
    let waiting = this.pause() > 0 ? [] : this.outbox.events;
    while (waiting.length > 0) {
      const part = cutBatch(waiting, this.limit);
      if (!this.environment.beacon(url, new Blob([bodyOf(part)], { type: 'text/plain' }))) return;
      waiting = waiting.slice(part.length);
    }
  }

  rest(): void {
    this.stopTimer();
    this.due = Number.POSITIVE_INFINITY;
  }

  private schedule(delay: number): void {
    const now = this.environment.now();
    const due = now + Math.max(delay, this.pause());
    if (due >= this.due || !this.outbox.isOpen) return;
    this.rest();
    this.due = due;
    this.stopTimer = this.environment.after(due - now, () => {
      this.rest();
      this.flush();
    });
  }

  /** Milliseconds until the next request may go; all pages heed what the server told one of them. */
  private pause(): number {
    const now = this.environment.now();
    const told = Number(this.shelf.get('wait')) - now;
    return Math.max(this.backoffUntil - now, told > LONGEST_WAIT_MILLISECONDS ? 0 : told, 0);
  }

  private async drain(): Promise<void> {
    this.dropWhatMust();
    while (this.outbox.isOpen && this.outbox.events.length > 0 && this.pause() === 0) {
      const batch = cutBatch(this.outbox.events, this.limit);
      this.conclude(batch, await postBatch(this.environment, this.options, batch));
    }
  }

  private conclude(batch: SdkEvent[], answer: Answer): void {
    const { receipt, status, detail } = answer;
    if (receipt) {
      this.failures = 0;
      this.limit = Math.min(this.limit * 2, this.options.maxBatch);
      this.outbox.settle(batch);
      queueMicrotask(() => this.options.onAnswer(receipt, batch));
    } else if (!FAULTY.includes(status)) {
      const retryInMilliseconds = this.backOff(answer.waitMilliseconds);
      this.report({ reason: status ? 'answer' : 'no-answer', status, detail, dropped: [], retryInMilliseconds });
    } else if (batch.length > 1) {
      this.limit = Math.ceil(batch.length / 2);
    } else {
      this.drop(batch, 'answer', status, detail);
    }
  }

  /** Doubles with each failure, half of it by chance, so that pages that failed together do not return together. */
  private backOff(waitMilliseconds: number): number {
    const now = this.environment.now();
    const chance = this.environment.random() / 2 ** 32;
    const backoff = Math.min(1000 * 2 ** this.failures++, LONGEST_BACKOFF_MILLISECONDS) * (0.5 + chance / 2);
    if (waitMilliseconds > 0) this.shelf.set('wait', String(now + waitMilliseconds));
    const delay = Math.ceil(Math.max(backoff, waitMilliseconds && waitMilliseconds + 1000 * chance));
    this.backoffUntil = now + delay;
    return delay;
  }

  private dropWhatMust(): void {
    const oldest = this.environment.now() - MAX_AGE_MILLISECONDS;
    const { events } = this.outbox;
    this.drop(
      events.filter((event) => Date.parse(event.at) < oldest),
      'too-old',
    );
    this.drop(this.outbox.events.slice(0, -MAX_WAITING), 'queue-full');
  }

  private drop(dropped: SdkEvent[], reason: Trouble['reason'], status = 0, detail = ''): void {
    if (dropped.length === 0) return;
    this.outbox.settle(dropped);
    this.report({ reason, status, detail, dropped, retryInMilliseconds: null });
  }

  /** A callback that throws is the page's affair and must not stop the sending. */
  private report(trouble: Trouble): void {
    queueMicrotask(() => this.options.onError(trouble));
  }
}
