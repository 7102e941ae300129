import { mails } from '@/db/schema/mail';
import type { Locale } from '@/lib/kernel/locale';
import type { Tx } from '@/lib/platform/database';
import { enqueue } from '@/lib/platform/enqueue';
import type { MailData, MailTemplate } from './schema';

export type QueueMail<T extends MailTemplate = MailTemplate> = {
  [K in T]: {
    memberId: string;
    /** What the mail is about, such as `order:17`; a member gets one mail about it, however often it is queued. */
    sendId: string;
    template: K;
    data: MailData[K];
    locale: Locale;
    now: Date;
  };
}[T];

/** Writes a mail to a member down, in the transaction of what it tells (I14); a job sends it later. False when it is there. */
export async function queueMail(tx: Tx, { now, ...mail }: QueueMail): Promise<boolean> {
  const rows = await tx
    .insert(mails)
    .values({ ...mail, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: mails.id });
  if (rows.length === 0) return false;
  const { memberId, sendId } = mail;
  await enqueue(tx, 'send-mail', { memberId, sendId }, mailJobKey({ memberId, sendId }));
  return true;
}

/** Under this key there is one job a mail, also when it is redriven while the first still waits. */
export const mailJobKey = ({ memberId, sendId }: { memberId: string; sendId: string }) => `mail:${memberId}:${sendId}`;
