import { type SQL, sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { type Tx, transaction } from '@/lib/platform/database';
import type { Payout } from './payout-schema';
import { getPayout } from './queries/get-payout';
import { refusePayout } from './refuse-payout';

type Change = By & {
  id: number;
  /** States that it may leave. */
  from: readonly Payout['state'][];
  /** A conditional update that returns a row when it took place. */
  update: SQL;
  action: string;
  after: object;
  /** Looked at before, in the same transaction. */
  before?: (tx: Tx) => Promise<unknown>;
  /** Why the update found nothing in a state that it may leave. */
  left?: Error;
};

/** One step of a payout: of two at once one takes it, and the other is told the state by then. */
export async function changePayout({ id, from, update, action, after, before, left, ...by }: Change): Promise<Payout> {
  await transaction(async (tx) => {
    await before?.(tx);
    const { rows } = await tx.execute(update);
    if (rows.length === 0) await refusePayout(tx, id, from, left);
    await appendAudit(tx, { ...by, action, subject: { kind: 'payout', id }, after });
  });
  return getPayout(id);
}

export const isIn = (states: readonly Payout['state'][]) =>
  sql`state in (${sql.join(
    states.map((state) => sql`${state}`),
    sql`, `,
  )})`;
