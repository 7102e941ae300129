import type { KeyKind, Role } from './schema';
import { keyAllows, PUBLISHABLE_SCOPES, SCOPES } from './scopes';

export type ScopesVerdict = { ok: true } | { ok: false; reason: 'unknownScope' | 'scopeNotPublishable'; scope: string };

/** Whether a key of this kind may hold these scopes; a publishable key is read by everybody who opens the page. */
export function judgeScopes(kind: KeyKind, scopes: readonly string[]): ScopesVerdict {
  const known: readonly string[] = ['*', ...SCOPES];
  const publishable: readonly string[] = PUBLISHABLE_SCOPES;
  for (const scope of scopes) {
    if (!known.includes(scope)) return { ok: false, reason: 'unknownScope', scope };
    if (kind === 'publishable' && !publishable.includes(scope)) {
      return { ok: false, reason: 'scopeNotPublishable', scope };
    }
  }
  return { ok: true };
}

/** The first scope of a new key that the key which makes it does not hold; null when it holds all of them. */
export function scopeBeyond(held: readonly string[], wanted: readonly string[]): string | null {
  return wanted.find((scope) => !keyAllows(held, scope)) ?? null;
}

/** The roles that a person has after an admin chose some: everybody stays a member. Sorted, each once. */
export function rolesAfter(chosen: readonly Role[]): Role[] {
  return [...new Set<Role>([...chosen, 'member'])].sort();
}

/** Whether nobody would be left to give roles if this person had only these. */
export function leavesNoAdmin(userId: number, roles: readonly Role[], adminIds: readonly number[]): boolean {
  return !roles.includes('admin') && adminIds.includes(userId) && adminIds.every((id) => id === userId);
}

/** Where sign-in and sign-out may lead: an address of our own site, else its front page. */
export function ownAddress(wanted: string, origin: string): string {
  const url = URL.canParse(wanted, origin) ? new URL(wanted, origin) : null;
  return url && url.origin === origin ? url.href : origin;
}
