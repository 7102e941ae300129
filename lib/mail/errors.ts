import { DomainError } from '@/lib/kernel/error';

/** The refusals of the outbox. */
export const mailErrors = {
  notFound: () =>
    new DomainError('mail/not-found', 'missing', 'No such mail', 'GET /api/v1/mails lists the mails there are.'),
};
