import { idInCursor } from '@/lib/kernel/id-in-cursor';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { subjectOf } from '../render-mail';
import { Mail, type MailQuery } from '../schema';

export const MAIL_COLUMNS = `id, member_id as "memberId", send_id as "sendId", template, locale, state, attempts, address, error,
  created_at as "createdAt", tried_at as "triedAt", sent_at as "sentAt", data`;

export type MailRow = Omit<Mail, 'subject' | 'createdAt' | 'triedAt' | 'sentAt'> & {
  createdAt: Date;
  triedAt: Date | null;
  sentAt: Date | null;
  data: unknown;
};

/** The outbox, newest first. */
export async function listMails({ state, memberId, limit, cursor }: MailQuery): Promise<Page<Mail>> {
  const { rows } = await db().$client.query<MailRow>({
    text: `select ${MAIL_COLUMNS} from mails where id < $1 and ($2::text is null or state = $2)
      and ($3::text is null or member_id = $3) order by id desc limit $4`,
    values: [
      cursor === undefined ? Number.MAX_SAFE_INTEGER : idInCursor(cursor),
      state ?? null,
      memberId ?? null,
      limit + 1,
    ],
  });
  return pageOf(rows.map(mailOf), limit, (mail) => [mail.id]);
}

/** What is answered of a stored mail. */
export function mailOf(row: MailRow): Mail {
  const moments = {
    createdAt: row.createdAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
  };
  return Mail.parse({ ...row, ...moments, subject: subjectOf(row) });
}
