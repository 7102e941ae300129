import { db } from '@/lib/platform/database';
import { mailErrors } from '../errors';
import { messageId } from '../message-id';
import { renderMail } from '../render-mail';
import type { MailShown } from '../schema';
import { MAIL_COLUMNS, type MailRow, mailOf } from './list-mails';

/** A mail with what it says; its pictures lie in the HTML, so that it shows by itself. Throws mail/not-found. */
export async function getMail(id: number): Promise<MailShown> {
  const { rows } = await db().$client.query<MailRow>(`select ${MAIL_COLUMNS} from mails where id = $1`, [id]);
  const [row] = rows;
  if (!row) throw mailErrors.notFound();
  const { text, html, pictures } = await renderMail(row);
  const whole = pictures.reduce(
    (page, { cid, content }) => page.replaceAll(`cid:${cid}`, `data:image/png;base64,${content.toString('base64')}`),
    html,
  );
  return { ...mailOf(row), messageId: messageId(row), text, html: whole };
}
