import type { Actor } from '@/lib/accounts/actor';
import { db } from '@/lib/platform/database';
import { dropDraft } from './draft-store';
import { draftOwnerOf } from './rules';

/** Throws a draft away. Error: ads/draft-not-found. */
export function deleteDraft({ id, actor }: { id: number; actor: Actor }): Promise<void> {
  return dropDraft(db(), id, draftOwnerOf(actor));
}
