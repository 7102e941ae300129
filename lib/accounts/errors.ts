import { DomainError } from '@/lib/kernel/error';
import { PUBLISHABLE_SCOPES, SCOPES } from './scopes';

const SCOPE_REMEDY = `Choose from: *, ${SCOPES.join(', ')}.`;
const PUBLISHABLE_REMEDY = `Everybody who opens the page can read it, so it may hold only: ${PUBLISHABLE_SCOPES.join(', ')}. Make a secret key for the rest.`;

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
  unknownScope: (scope: string) =>
    new DomainError('accounts/unknown-scope', 'invalid', 'This scope does not exist', SCOPE_REMEDY, {
      fields: [{ pointer: '/scopes', message: `\`${scope}\` is no scope. ${SCOPE_REMEDY}` }],
    }),
  scopeNotPublishable: (scope: string) =>
    new DomainError(
      'accounts/scope-not-publishable',
      'invalid',
      'A publishable key may not hold this scope',
      PUBLISHABLE_REMEDY,
      { fields: [{ pointer: '/scopes', message: `\`${scope}\` is for secret keys. ${PUBLISHABLE_REMEDY}` }] },
    ),
};
