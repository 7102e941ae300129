import type { Database } from '@/lib/platform/database';
import { type ContentFacts, lookUpContents } from './look-up-contents';

/** A content by our id, or by the platform's own. */
type Named = { contentId?: number | undefined; externalId?: string | undefined };

/** Looks up what these name and answers with a finder of its facts; what names no content has none. */
export async function contentsNamed(
  db: Pick<Database, '$client'>,
  named: readonly Named[],
): Promise<(one: Named) => ContentFacts | undefined> {
  const ids = new Set<number>();
  const externalIds = new Set<string>();
  for (const { contentId, externalId } of named) {
    if (contentId !== undefined) ids.add(contentId);
    else if (externalId !== undefined) externalIds.add(externalId);
  }
  const { byId, byExternalId } = await lookUpContents(db, { ids: [...ids], externalIds: [...externalIds] });
  return ({ contentId, externalId = '' }) =>
    contentId === undefined ? byExternalId.get(externalId) : byId.get(contentId);
}
