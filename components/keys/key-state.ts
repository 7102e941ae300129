import type { ApiKey } from '@/lib/accounts/schema';

export type KeyState = 'active' | 'expired' | 'revoked';

/** Whether a key still opens anything. */
export function keyStateOf({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): KeyState {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && new Date(expiresAt) <= now ? 'expired' : 'active';
}
