import { createHmac } from 'node:crypto';
import { secretFor } from '@/lib/platform/secret';

/**
 * A viewer as a creator may see them: the same short name on each of that creator's contents and days, another one for
 * every other creator, and no way back to the member or the address.
 */
export function pseudonymOf(viewer: string, creatorId: number): string {
  const name = createHmac('sha256', secretFor('viewer-pseudonyms')).update(`${creatorId} ${viewer}`).digest('hex');
  return `p:${name.slice(0, 8)}`;
}
