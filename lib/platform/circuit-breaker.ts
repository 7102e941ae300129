import { steadyMilliseconds } from './clock';

/** Said instead of asking what has been failing. */
export class CircuitOpen extends Error {
  constructor(name: string, reason: string) {
    super(`${name} is not asked for a moment: ${reason}`);
    this.name = 'CircuitOpen';
  }
}

type Settings = { name: string; failuresToOpen: number; openMilliseconds: number };

/**
 * Stands before a service that may be slow or dead. After some failures in a row it is left alone for a while; then one
 * call tries it, and decides for the others. Each process has its own.
 */
export class CircuitBreaker {
  private failuresInARow = 0;
  private closedAgainAtMs = 0;
  private trying = false;
  private reason = '';

  constructor(private readonly settings: Settings) {}

  /** Does the work, or rejects with `CircuitOpen` without beginning it. `isFailure` says which errors are the service's. */
  async run<T>(work: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
    this.enter();
    try {
      const result = await work();
      this.succeed();
      return result;
    } catch (error) {
      if (isFailure(error)) this.fail(error);
      else this.succeed();
      throw error;
    }
  }

  private enter(): void {
    if (this.failuresInARow < this.settings.failuresToOpen) return;
    if (this.trying || steadyMilliseconds() < this.closedAgainAtMs)
      throw new CircuitOpen(this.settings.name, this.reason);
    this.trying = true;
  }

  private succeed(): void {
    if (this.failuresInARow >= this.settings.failuresToOpen) console.warn(`${this.settings.name} is back.`);
    this.failuresInARow = 0;
    this.trying = false;
  }

  private fail(error: unknown): void {
    this.failuresInARow += 1;
    this.trying = false;
    this.reason = error instanceof Error ? error.message : String(error);
    if (this.failuresInARow < this.settings.failuresToOpen) return;
    this.closedAgainAtMs = steadyMilliseconds() + this.settings.openMilliseconds;
    if (this.failuresInARow === this.settings.failuresToOpen)
      console.warn(`${this.settings.name} fails and is left alone for a moment: ${this.reason}`);
  }
}
