import { db } from '@/lib/platform/database';
import type { MailSummary } from '../schema';

/** How many mails have not gone out, by state; one walk along the index of those. */
export async function summarizeMails(): Promise<MailSummary> {
  const { rows } = await db().$client.query<MailSummary>(
    `select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'kept')::int as kept,
      count(*) filter (where state = 'failed')::int as failed from mails where state <> 'sent'`,
  );
  return rows[0] ?? { waiting: 0, kept: 0, failed: 0 };
}
