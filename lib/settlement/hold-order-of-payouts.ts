import { sql } from 'drizzle-orm';
import type { Tx } from '@/lib/platform/database';

/**
 * Until the end of the transaction nobody else closes a month, or holds or frees a creator: so a payout made while its
 * creator is being held is held too, and months take over what was carried one after the other.
 */
export async function holdOrderOfPayouts(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('order of payouts'))`);
}
