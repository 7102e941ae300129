import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { getMail } from '@/lib/mail/queries/get-mail';
import { MailPath, MailShown } from '@/lib/mail/schema';

export const GET = route({
  summary: 'A mail with what it says.',
  scope: 'mail:read',
  params: MailPath,
  response: MailShown,
  handle: ({ params }) => getMail(idOf(params.id)),
});
