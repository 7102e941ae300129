import { sql } from 'drizzle-orm';
import { tariffs } from '@/db/schema/settlement';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { Day } from '@/lib/kernel/day';
import { type Tx, transaction } from '@/lib/platform/database';
import { tariffOf } from './queries/list-tariffs';
import { tariffErrors } from './tariff-errors';
import type { TariffCreate, TariffVersion } from './tariff-schema';

type AddTariff = By & { wanted: TariffCreate };

/**
 * Adds a tariff; none is ever edited (settlement rule 3). Settled days from its first one on are settled again by the
 * next run. Errors: settlement/tariff-too-early for a day that is closed, settlement/tariff-taken.
 */
export async function addTariff({ wanted, actor, requestId, now }: AddTariff): Promise<TariffVersion> {
  return transaction(async (tx) => {
    const closedUpTo = await lockDays(tx, wanted.effectiveOn);
    if (closedUpTo !== null && wanted.effectiveOn <= closedUpTo) throw tariffErrors.tooEarly(closedUpTo);
    const [row] = await tx
      .insert(tariffs)
      .values({ ...wanted, createdAt: now })
      .onConflictDoNothing()
      .returning();
    if (!row) throw tariffErrors.taken(wanted.effectiveOn);
    await tx.execute(sql`update days set dirty = true where state = 'settled' and day >= ${wanted.effectiveOn}`);
    const added = tariffOf(row);
    const subject = { kind: 'tariff', id: row.version };
    await appendAudit(tx, { actor, action: 'tariff.added', subject, after: added, requestId });
    return added;
  });
}

/** Nobody closes one of these days meanwhile. Returns the last closed day. */
async function lockDays(tx: Tx, from: Day): Promise<Day | null> {
  await tx.execute(sql`select from days where day >= ${from} order by day for update`);
  const { rows } = await tx.execute<{ day: Day | null }>(sql`select max(day) as day from days where state = 'closed'`);
  return rows[0]?.day ?? null;
}
