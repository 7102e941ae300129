import { db } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import type { PointsTarget } from './points-target';
import { type PromiseKey, payPromises } from './store';

/**
 * Pays from the accounts of the house in Boxoffice's own ledger. The transfer and the mark are one transaction, and
 * promises that are paid at the same time share it; one lane, since two would only make the groups smaller.
 */
export const ledgerTarget: PointsTarget = {
  pay: (promised, now) => gatherer()({ ...promised, now }),
};

type Due = PromiseKey & { now: Date };

const gatherer = () =>
  singleton('accruals', () =>
    gather<Due, boolean>({
      run: payTogether,
      sizeOf: () => 1,
      maxSize: 200,
      lanes: 1,
      maxWaiting: 10_000,
      maxWaitMilliseconds: 10_000,
    }),
  );

async function payTogether(due: Due[]): Promise<boolean[]> {
  const once = new Map(due.map((one) => [nameOf(one), one]));
  const latest = new Date(Math.max(...due.map((one) => one.now.getTime())));
  const known = new Set((await payPromises(db().$client, [...once.values()], latest)).map(nameOf));
  return due.map((one) => known.has(nameOf(one)));
}

const nameOf = ({ memberId, reference }: PromiseKey) => `${memberId} ${reference}`;
