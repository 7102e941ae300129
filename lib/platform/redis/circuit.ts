import type { Requester } from '@upstash/redis';
import { now, steadyMilliseconds } from '@/lib/platform/clock';
import type { Health } from './link';
import { DEADLINE_MILLISECONDS, withinDeadline } from './within-deadline';

type Request = Parameters<Requester['request']>[0];
type Answer<T> = { result?: T; error?: string };

export const FAILURES_TO_OPEN = 3;
const PROBE_EVERY_MILLISECONDS = 500;
/** Errors by which a working Redis answers a command; any other (OOM, LOADING, READONLY, a quota) says that it cannot serve. */
const ANSWERS = /^(NOSCRIPT|WRONGTYPE|EXECABORT|ERR (?!max ))/;

/**
 * Stands before a Redis that may be slow or dead. A command is answered within the deadline or rejects; after three
 * failures in a row every command rejects at once, and PINGs on the side find out when Redis is back.
 */
export class Circuit implements Requester {
  health: Health = { healthy: true, since: now(), lastFailure: null };
  private failuresInARow = 0;
  private nextProbeAtMs = 0;

  constructor(
    private readonly name: string,
    private readonly requester: Requester,
    private readonly deadlineMilliseconds = DEADLINE_MILLISECONDS,
  ) {}

  async request<T>(request: Request): Promise<Answer<T>> {
    if (!this.health.healthy) {
      this.probe();
      throw new Error(`Redis (${this.name}) is not asked: ${this.health.lastFailure?.reason}`);
    }
    return this.attempt<T>(request);
  }

  private async attempt<T>(request: Request): Promise<Answer<T>> {
    try {
      const answer: Answer<T> = await withinDeadline(this.requester.request<T>(request), this.deadlineMilliseconds);
      this.note(answer.error);
      return answer;
    } catch (error) {
      this.note(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private note(error: string | undefined): void {
    if (error === undefined || error.startsWith('NOSCRIPT')) {
      this.failuresInARow = 0;
      return;
    }
    this.health = { ...this.health, lastFailure: { at: now(), reason: error.slice(0, 200) } };
    this.failuresInARow = ANSWERS.test(error) ? 0 : this.failuresInARow + 1;
    if (this.failuresInARow >= FAILURES_TO_OPEN && this.health.healthy) this.open(error);
  }

  private open(error: string): void {
    this.health = { ...this.health, healthy: false, since: now() };
    this.nextProbeAtMs = steadyMilliseconds() + PROBE_EVERY_MILLISECONDS;
    console.warn(
      `Redis (${this.name}) fails; each process goes by its own store until it is back: ${error.slice(0, 200)}`,
    );
  }

  private probe(): void {
    const nowMs = steadyMilliseconds();
    if (nowMs < this.nextProbeAtMs) return;
    this.nextProbeAtMs = nowMs + PROBE_EVERY_MILLISECONDS;
    withinDeadline(this.requester.request({ body: ['ping'] }), this.deadlineMilliseconds).then(
      ({ error }) => error === undefined && this.close(),
      () => undefined,
    );
  }

  private close(): void {
    if (this.health.healthy) return;
    this.failuresInARow = 0;
    this.health = { ...this.health, healthy: true, since: now() };
    console.warn(`Redis (${this.name}) is back.`);
  }
}
