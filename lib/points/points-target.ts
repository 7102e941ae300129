import type { PromiseKey } from './store';

/** Where promised points go. */
export type PointsTarget = {
  /**
   * Pays a promise and marks it as paid, however often it is asked; false when there is no such promise. Rejects when it
   * could not, and may be asked again; with `FailsForGood` when asking again would not help.
   */
  pay: (promised: PromiseKey, now: Date) => Promise<boolean>;
};
