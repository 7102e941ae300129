import { CircuitOpen } from '@/lib/platform/circuit-breaker';
import { db } from '@/lib/platform/database';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import type { PointsTarget } from './points-target';
import { postPoints } from './post-points';
import { findPromise, markAccrued } from './store';

const TRIES = 3;
const FIRST_WAIT_MILLISECONDS = 200;

/**
 * Pays through an external point API, which credits a reference once. Whoever dies between its answer and the mark asks
 * it again with the same key. A few quick tries; the job's own backoff does the rest.
 */
export const apiTarget: PointsTarget = {
  async pay(key, now) {
    const promised = await findPromise(db().$client, key);
    if (!promised) return false;
    if (promised.accruedAt === null) {
      await quickly(() => postPoints(promised));
      await markAccrued(db().$client, promised, now);
    }
    return true;
  },
};

/** Waits a random part of a time that doubles, so that those who failed together do not come back together. */
async function quickly(work: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || error instanceof FailsForGood || error instanceof CircuitOpen) throw error;
      const wait = Math.random() * FIRST_WAIT_MILLISECONDS * 2 ** (tried - 1);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
