import { takeFromBucket } from '@/lib/platform/rate-limit';
import { communityErrors } from './errors';
import { PACES } from './rules';

/** Lets a member write no faster than a person can, whoever sends it. Error: community/too-fast. */
export async function holdPace(what: keyof typeof PACES, memberId: string): Promise<void> {
  const verdict = await takeFromBucket(`${what} ${memberId}`, PACES[what]);
  if (!verdict.ok) throw communityErrors.tooFast(what, Math.ceil(verdict.retryAfterMilliseconds / 1000));
}
