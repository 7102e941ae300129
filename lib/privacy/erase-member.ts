import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { accountErrors } from '@/lib/accounts/errors';
import { leavesNoAdmin } from '@/lib/accounts/rules';
import { lockAdmins } from '@/lib/accounts/store';
import { forgetBoard } from '@/lib/community/live-board';
import { type Tx, transaction } from '@/lib/platform/database';
import { flushWatch } from '@/lib/streaming/flush-watch';
import { eraseAccount } from './erase-account';
import { privacyErrors } from './errors';
import type { MemberErased } from './schema';

type EraseMember = By & { memberId: string; confirm: string };

/**
 * Takes everything that names a member, for good: account, sessions, texts, addresses, notices and where they watched.
 * What they did stays under the member id, which then names nobody, so that figures, ledger and orders stay whole. The
 * same account may sign in anew, as a new member. Errors: privacy/not-confirmed, privacy/payouts-open, accounts/last-admin.
 */
export async function eraseMember({ memberId, confirm, actor, requestId, now }: EraseMember): Promise<MemberErased> {
  if (confirm !== memberId) throw privacyErrors.notConfirmed();
  await flushWatch(); // what is held of a player would be written after
  const erased = await transaction(async (tx) => {
    const userId = await lockedUserOf(tx, memberId);
    if (userId !== null) await requireErasable(tx, userId);
    const sessions = userId === null ? 0 : await eraseAccount(tx, userId);
    const counts = { ...(await eraseTexts(tx, memberId)), sessions };
    const by = actor.kind === 'user' && actor.id === userId ? { ...actor, name: 'erased' } : actor;
    const subject = { kind: 'member', id: memberId };
    await appendAudit(tx, { actor: by, action: 'member.erased', subject, after: counts, requestId });
    return counts;
  });
  await forgetBoard(now);
  return erased;
}

async function lockedUserOf(tx: Tx, memberId: string): Promise<number | null> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from users where member_id = ${memberId} for update`);
  return rows[0]?.id ?? null;
}

async function requireErasable(tx: Tx, userId: number): Promise<void> {
  if (leavesNoAdmin(userId, [], await lockAdmins(tx))) throw accountErrors.lastAdmin();
  const { rowCount } = await tx.execute(
    sql`select from payouts where creator_id = ${userId} and state <> 'paid' limit 1`,
  );
  if (rowCount) throw privacyErrors.payoutsOpen();
}

/** Posts and comments keep their places, so that what was counted and won on them stays true. */
async function eraseTexts(tx: Tx, memberId: string): Promise<Omit<MemberErased, 'sessions'>> {
  const viewer = `m:${memberId}`;
  const own = sql`(select id from posts where author_id = ${memberId})`;
  const count = async (statement: ReturnType<typeof sql>) => (await tx.execute(statement)).rowCount ?? 0;
  await count(sql`update post_bodies set body = '', version = version + 1 where post_id in ${own}`);
  await count(sql`update contents set title = '–' where id in ${own}`);
  const players = await count(sql`delete from watch_players where viewer = ${viewer}`);
  return {
    posts: await count(sql`update posts set title = '–' where author_id = ${memberId}`),
    comments: await count(sql`update comments set body = '' where author_id = ${memberId}`),
    mails: await count(sql`update mails set address = null, error = null where member_id = ${memberId}`),
    notices: await count(sql`delete from notices where member_id = ${memberId}`),
    watchRows: players + (await count(sql`delete from watch_positions where viewer = ${viewer}`)),
  };
}
