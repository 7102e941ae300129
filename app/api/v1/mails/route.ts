import { route } from '@/lib/http/route';
import { listMails } from '@/lib/mail/queries/list-mails';
import { MailList, MailQuery } from '@/lib/mail/schema';

export const GET = route({
  summary: 'The outbox: mails to members, newest first.',
  scope: 'mail:read',
  query: MailQuery,
  response: MailList,
  handle: ({ query }) => listMails(query),
});
