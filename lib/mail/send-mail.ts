import { db } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { messageId } from './message-id';
import { renderMail } from './render-mail';
import { smtp } from './smtp';
import { findMail, type HeldMail, holdMail, type MailKey, noteOutcome } from './store';

/** `lastTry` says that no attempt follows this one, unless an admin asks for it. */
export type SendMail = MailKey & { now: Date; lastTry: boolean };

/**
 * Sends a mail, if it was not sent before: at least once, each time with the same Message-ID (I14). Without a mail
 * server or an address it is kept. Resolves when there is nothing more to do; rejects when it could not be sent.
 */
export async function sendMail({ now, lastTry, ...key }: SendMail): Promise<void> {
  const mail = await holdMail(db(), key, now);
  if (!mail) return whyNotHeld(key);
  const address = mail.address;
  if (address === null) return noteOutcome(db(), key, { state: 'kept', error: 'no-address' });
  if (env().SMTP_URL === undefined) return noteOutcome(db(), key, { state: 'kept', error: 'no-server' });
  try {
    await deliver(mail, key, address);
  } catch (error) {
    const state = lastTry || error instanceof FailsForGood ? 'failed' : 'waiting';
    await noteOutcome(db(), key, { state, error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  await noteOutcome(db(), key, { state: 'sent', error: null });
}

async function deliver(mail: HeldMail, key: MailKey, to: string): Promise<void> {
  await smtp({ ...(await renderMail(mail)), to, messageId: messageId(key) });
}

/** Sent already, or another server is at it: then this job looks again later, in case that one dies. */
async function whyNotHeld(key: MailKey): Promise<void> {
  const state = await findMail(db(), key);
  if (state === null) throw new FailsForGood(`There is no mail ${key.sendId} to member ${key.memberId}.`);
  if (state !== 'sent') throw new Error('Another server is sending this mail.');
}
