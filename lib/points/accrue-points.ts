import { env } from '@/lib/platform/env';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { apiTarget } from './api-target';
import { ledgerTarget } from './ledger-target';
import type { PointsTarget } from './points-target';
import type { PromiseKey } from './store';

export type AccruePoints = PromiseKey & { now: Date };

/**
 * Pays a promise exactly once (ads rule 5): to the external point API when there is one, otherwise into the ledger.
 * Resolves when it is paid, now or before. Rejects when it could not be paid and still stands; with `FailsForGood` when
 * trying again would not help.
 */
export async function accruePoints({ memberId, reference, now }: AccruePoints): Promise<void> {
  const known = await target().pay({ memberId, reference }, now);
  if (!known) throw new FailsForGood(`Nothing was promised to member ${memberId} as ${reference}.`);
}

function target(): PointsTarget {
  return env().POINTS_API_URL === undefined ? ledgerTarget : apiTarget;
}
