import { DomainError } from '@/lib/kernel/error';
import { PUBLISHABLE_SCOPES, SCOPES } from './scopes';

const SCOPE_REMEDY = `Choose from: *, ${SCOPES.join(', ')}.`;
const PUBLISHABLE_REMEDY = `Everybody who opens the page can read it, so it may hold only: ${PUBLISHABLE_SCOPES.join(', ')}. Make a secret key for the rest.`;

const missing = (code: string, title: string, detail: string) => new DomainError(code, 'missing', title, detail);
const conflict = (code: string, title: string, detail: string) => new DomainError(code, 'conflict', title, detail);
const forbidden = (code: string, title: string, detail: string) => new DomainError(code, 'forbidden', title, detail);
const invalid = (code: string, title: string, detail: string, pointer: string, message: string) =>
  new DomainError(code, 'invalid', title, detail, { fields: [{ pointer, message }] });

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
    forbidden(
      'accounts/missing-scope',
      'Not allowed',
      `This needs the scope \`${scope}\`. Use a key that has it, or ask an admin.`,
    ),
  originNotAllowed: (origin: string) =>
    forbidden(
      'accounts/origin-not-allowed',
      'This site may not use the key',
      `The key does not list ${origin} among its allowed origins. Add it on the Keys page.`,
    ),
  crossSite: () =>
    forbidden(
      'accounts/cross-site',
      'The request came from another site',
      'A session may change things only from the pages of Boxoffice itself. Programs use an API key.',
    ),
  otherMember: () =>
    forbidden(
      'accounts/other-member',
      'A session acts for its own member alone',
      'Leave memberId out. A program names members with a secret key.',
    ),
  memberNotFound: () =>
    missing('accounts/member-not-found', 'No such member', 'Check the id; a person sees their own member alone.'),
  unknownScope: (scope: string) =>
    invalid(
      'accounts/unknown-scope',
      'This scope does not exist',
      SCOPE_REMEDY,
      '/scopes',
      `\`${scope}\` is no scope. ${SCOPE_REMEDY}`,
    ),
  scopeNotPublishable: (scope: string) =>
    invalid(
      'accounts/scope-not-publishable',
      'A publishable key may not hold this scope',
      PUBLISHABLE_REMEDY,
      '/scopes',
      `\`${scope}\` is for secret keys. ${PUBLISHABLE_REMEDY}`,
    ),
  scopeNotHeld: (scope: string) =>
    forbidden(
      'accounts/scope-not-held',
      'A key may not make a stronger one',
      `The asking key does not hold \`${scope}\` itself. Leave it out, or let an admin make the key.`,
    ),
  expiryInThePast: () =>
    invalid(
      'accounts/expiry-in-the-past',
      'The key would be expired already',
      'Choose a later time, or leave it out for a key that does not expire.',
      '/expiresAt',
      'is in the past',
    ),
  keyNotFound: () => missing('accounts/key-not-found', 'No such key', 'See the Keys page for the ids of the keys.'),
  keyRevoked: () =>
    conflict('accounts/key-revoked', 'The key is revoked', 'A revoked key stays as it was. Make a new one.'),
  noViewerTokens: () =>
    conflict(
      'accounts/no-viewer-tokens',
      'A secret key needs no viewer tokens',
      'It may name the member itself, in `viewerId`. Viewer tokens belong to publishable keys.',
    ),
  userNotFound: () =>
    missing('accounts/user-not-found', 'No such person', 'See the People page for who has signed in.'),
  sessionNotFound: () =>
    missing('accounts/session-not-found', 'No such session', 'It has ended already, or it never was.'),
  requestNotFound: () =>
    missing('accounts/role-request-not-found', 'No such request', 'See the People page for the requests that wait.'),
  memberIdTaken: () =>
    conflict(
      'accounts/member-id-taken',
      'Somebody else has this member id',
      'A member id belongs to one person. Give the other one a new id first, or check for a slip.',
    ),
  lastAdmin: () =>
    conflict(
      'accounts/last-admin',
      'Somebody has to stay admin',
      'This person is the only admin. Make somebody else admin first.',
    ),
  alreadyAsked: () =>
    conflict(
      'accounts/already-asked',
      'You have asked for this role',
      'An admin will answer. There is nothing more to do.',
    ),
  roleHeld: () => conflict('accounts/role-held', 'You have this role', 'Reload the page to see what it opens.'),
  alreadyDecided: (state: string) =>
    conflict(
      'accounts/already-decided',
      'This request has been answered',
      `It was ${state}. Change the person's roles on the People page.`,
    ),
  emailNotVerified: () =>
    forbidden(
      'accounts/email-not-verified',
      'This e-mail address is not verified',
      'Verify it with Google first, or sign in with another account.',
    ),
  noSignInAction: () =>
    missing('accounts/no-sign-in-action', 'There is nothing here', 'People sign in and out on the page /sign-in.'),
  noDemoSignIn: () =>
    missing(
      'accounts/no-demo-sign-in',
      'There is no demo sign-in here',
      'It exists where BOXOFFICE_MODE is `demo` and no Google sign-in is configured.',
    ),
};
