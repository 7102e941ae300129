import { closedHours } from '@/db/schema/community';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { findClosedHours } from './queries/find-closed-hours';
import { getClosedHours } from './queries/get-closed-hours';
import { clockOf, minuteOf } from './rules';
import type { ClosedHoursNow, ClosedHoursSet } from './schema';

/** Sets when members' posts are not taken (points rule 5), or that they always are. */
export async function setClosedHours({
  wanted,
  actor,
  requestId,
  now,
}: By & { wanted: ClosedHoursSet }): Promise<ClosedHoursNow> {
  const { from, until } = wanted;
  const minutes = {
    fromMinute: from === null ? null : minuteOf(from),
    untilMinute: until === null ? null : minuteOf(until),
  };
  return transaction(async (tx) => {
    const was = await findClosedHours(tx);
    await tx.insert(closedHours).values(minutes).onConflictDoUpdate({ target: closedHours.id, set: minutes });
    const before = { from: was && clockOf(was.fromMinute), until: was && clockOf(was.untilMinute) };
    const subject = { kind: 'board', id: 'closed-hours' };
    await appendAudit(tx, { actor, action: 'closed-hours.set', subject, before, after: wanted, requestId });
    return getClosedHours(tx, now);
  });
}
