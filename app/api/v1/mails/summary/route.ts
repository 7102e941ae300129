import { route } from '@/lib/http/route';
import { summarizeMails } from '@/lib/mail/queries/summarize-mails';
import { MailSummary } from '@/lib/mail/schema';

export const GET = route({
  summary: 'How many mails wait, are kept, or were given up.',
  scope: 'mail:read',
  response: MailSummary,
  handle: () => summarizeMails(),
});
