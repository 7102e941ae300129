import type { DomainError } from '@/lib/kernel/error';
import { communityErrors } from './errors';

type Written = { authorId: string; hiddenAt: Date | null };

/** Only its author changes what was written (points rule 2); for others what is hidden is `missing`. Error: community/not-the-author. */
export function refuseOthers(written: Written, authorId: string, missing: () => DomainError): void {
  if (written.authorId !== authorId) throw written.hiddenAt ? missing() : communityErrors.notTheAuthor();
}
