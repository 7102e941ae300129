import nodemailer from 'nodemailer';
import { CircuitBreaker } from '@/lib/platform/circuit-breaker';
import { env } from '@/lib/platform/env';
import { FailsForGood } from '@/lib/platform/fails-for-good';
import { singleton } from '@/lib/platform/singleton';
import type { RenderedMail } from './render-mail';

export type Letter = RenderedMail & { to: string; messageId: string };

/**
 * Hands a letter to the mail server at SMTP_URL and resolves once the server has taken it. Rejects otherwise: with
 * `FailsForGood` for an address that the server will never take, with `CircuitOpen` without asking while it is down.
 */
export async function smtp({ to, subject, text, html, pictures, messageId }: Letter): Promise<void> {
  const { SMTP_URL = '', MAIL_FROM } = env();
  const attachments = pictures.map(({ cid, filename, content }) => ({ cid, filename, content }));
  const transport = nodemailer.createTransport({ url: SMTP_URL, ...TIMEOUTS });
  try {
    await circuit().run(
      () =>
        withDeadline(transport.sendMail({ from: MAIL_FROM, to, subject, text, html, attachments, messageId })).catch(
          (error: unknown) => {
            throw isRefusedForGood(error) ? new FailsForGood(`The mail server refused ${to}: ${textOf(error)}`) : error;
          },
        ),
      (error) => !(error instanceof FailsForGood),
    );
  } finally {
    transport.close();
  }
}

const DEADLINE_MILLISECONDS = 40_000;
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

/** One for each server, so that settings that were put right are not held up by the wrong ones. */
const circuit = () =>
  singleton(
    `smtp:${env().SMTP_URL}`,
    () => new CircuitBreaker({ name: 'The mail server', failuresToOpen: 10, openMilliseconds: 2000 }),
  );

/** A server that answers a byte now and then would never time out. */
async function withDeadline<T>(sending: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server took too long.')), DEADLINE_MILLISECONDS);
  });
  return Promise.race([sending, late]).finally(() => clearTimeout(timer));
}

/** 550, 551 and 553 to RCPT say that there is no such mailbox; anything else may pass later. */
function isRefusedForGood(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('responseCode' in error) || !('command' in error)) return false;
  return error.command === 'RCPT TO' && [550, 551, 553].includes(Number(error.responseCode));
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
