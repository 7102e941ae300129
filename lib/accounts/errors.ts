import { DomainError } from '@/lib/kernel/error';

/** The refusals of accounts: sign-in, roles, keys. */
export const accountErrors = {
  unauthenticated: () =>
    new DomainError(
      'accounts/unauthenticated',
      'unauthenticated',
      'Sign in or send an API key',
      'Send `Authorization: Bearer <key>`, or sign in and try again.',
    ),
  unknownKey: () =>
    new DomainError(
      'accounts/unknown-key',
      'unauthenticated',
      'This API key is not valid',
      'It is unknown, revoked or expired. Make a new one on the Keys page.',
    ),
  missingScope: (scope: string) =>
    new DomainError(
      'accounts/missing-scope',
      'forbidden',
      'Not allowed',
      `This needs the scope \`${scope}\`. Use a key that has it, or ask an admin.`,
    ),
  originNotAllowed: (origin: string) =>
    new DomainError(
      'accounts/origin-not-allowed',
      'forbidden',
      'This site may not use the key',
      `The key does not list ${origin} among its allowed origins. Add it on the Keys page.`,
    ),
  crossSite: () =>
    new DomainError(
      'accounts/cross-site',
      'forbidden',
      'The request came from another site',
      'A session may change things only from the pages of Boxoffice itself. Programs use an API key.',
    ),
};
