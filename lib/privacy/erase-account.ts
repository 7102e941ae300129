import { sql } from 'drizzle-orm';
import type { Tx } from '@/lib/platform/database';

/** Leaves of a person who signed in a row that says nothing; how many sessions ended. The audit log keeps what was done, by no name. */
export async function eraseAccount(tx: Tx, userId: number): Promise<number> {
  const { rowCount } = await tx.execute(sql`delete from sessions where user_id = ${userId}`);
  await tx.execute(sql`delete from identities where user_id = ${userId}`);
  await tx.execute(sql`delete from demo_people where user_id = ${userId}`);
  await tx.execute(sql`delete from user_roles where user_id = ${userId}`);
  await tx.execute(sql`delete from role_requests where user_id = ${userId} and state = 'waiting'`);
  await tx.execute(sql`update role_requests set note = '' where user_id = ${userId}`);
  await tx.execute(sql`delete from payout_accounts where creator_id = ${userId}`);
  await tx.execute(sql`delete from ad_drafts where owner_id = ${userId}`);
  await tx.execute(sql`update users set email = 'erased-' || id || '@erased.invalid', name = '–', image_url = null,
    email_verified_at = null where id = ${userId}`);
  await tx.execute(sql`update audit_log set actor_name = 'erased' where actor_kind = 'user' and actor_id = ${userId}`);
  return rowCount ?? 0;
}
