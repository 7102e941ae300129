import { route } from '@/lib/http/route';
import { redriveMails } from '@/lib/mail/redrive-mails';
import { MailsRedrive, MailsRedriven } from '@/lib/mail/schema';

export const POST = route({
  summary: 'Tries mails again at once; those that were sent stay so.',
  scope: 'mail:write',
  body: MailsRedrive,
  response: MailsRedriven,
  handle: ({ body, ...call }) => redriveMails({ ids: body.ids, ...call }),
});
