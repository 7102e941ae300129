import type { KeyKind } from './schema';
import { PUBLISHABLE_SCOPES, SCOPES } from './scopes';

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
