import type { Locale } from '@/lib/kernel/locale';
import type { Database } from '@/lib/platform/database';
import type { MailTemplate } from './schema';

type Connection = Pick<Database, '$client'>;

/** Names a mail: to whom, and about what. */
export type MailKey = { memberId: string; sendId: string };
export type HeldMail = { template: MailTemplate; locale: Locale; data: unknown; address: string | null };

/** Longer than an attempt may take; then its server is taken to have ended. */
const HELD_SECONDS = 60;

/** Begins an attempt; nobody else begins one meanwhile. Null when it was sent, is being sent, or is not there. */
export async function holdMail(db: Connection, { memberId, sendId }: MailKey, now: Date): Promise<HeldMail | null> {
  const { rows } = await db.$client.query<HeldMail>({
    name: 'hold-mail',
    text: `update mails set attempts = attempts + 1, tried_at = $3, held_until = $3::timestamptz + interval '${HELD_SECONDS} seconds',
        address = (select email from users where users.member_id = mails.member_id)
      where member_id = $1 and send_id = $2 and state <> 'sent' and (held_until is null or held_until <= $3)
      returning template, locale, data, address`,
    values: [memberId, sendId, now],
  });
  return rows[0] ?? null;
}

type Outcome = { state: 'sent' | 'kept' | 'waiting' | 'failed'; error: string | null };

/** Ends an attempt. What was sent stays sent, whatever another attempt met. */
export async function noteOutcome(db: Connection, { memberId, sendId }: MailKey, outcome: Outcome): Promise<void> {
  await db.$client.query({
    name: 'note-mail-outcome',
    text: `update mails set held_until = null, state = $3, error = left($4, 500), sent_at = case when $3 = 'sent' then now() end
      where member_id = $1 and send_id = $2 and state <> 'sent'`,
    values: [memberId, sendId, outcome.state, outcome.error],
  });
}

export async function findMail(db: Connection, { memberId, sendId }: MailKey): Promise<string | null> {
  const { rows } = await db.$client.query<{ state: string }>({
    name: 'find-mail',
    text: 'select state from mails where member_id = $1 and send_id = $2',
    values: [memberId, sendId],
  });
  return rows[0]?.state ?? null;
}
