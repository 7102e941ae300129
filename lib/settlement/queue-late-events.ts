import { sql } from 'drizzle-orm';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';

/** Queues `payLateEvents` when something waits to be judged; asked each minute, an index without entries answers. */
export async function queueLateEvents(): Promise<void> {
  await transaction(async (tx) => {
    const { rows } = await tx.execute(sql`select from provisional_verdicts where judged_in is null limit 1`);
    if (rows.length > 0) await enqueue(tx, 'pay-late-events', {}, 'pay-late-events');
  });
}
