import { sql } from 'drizzle-orm';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import { mailJobKey } from './queue-mail';
import type { MailKey } from './store';

/** Tries these mails again at once, with all their tries; those that were sent stay so. Two admins at once do it once. */
export async function redriveMails({ ids, actor, requestId }: { ids: number[] } & By): Promise<{ redriven: number }> {
  return transaction(async (tx) => {
    const { rows } = await tx.execute<MailKey & { id: number }>(sql`
      update mails set state = 'waiting' where id = any(${sql.param(ids)}::bigint[]) and state <> 'sent'
      returning id, member_id as "memberId", send_id as "sendId"`);
    for (const { memberId, sendId } of rows)
      await enqueue(tx, 'send-mail', { memberId, sendId }, mailJobKey({ memberId, sendId }));
    if (rows.length > 0) {
      const subject = {
        kind: 'mails',
        id: rows
          .slice(0, 20)
          .map(({ id }) => id)
          .join(' '),
      };
      await appendAudit(tx, { actor, action: 'mails.redriven', subject, after: { redriven: rows.length }, requestId });
    }
    return { redriven: rows.length };
  });
}
