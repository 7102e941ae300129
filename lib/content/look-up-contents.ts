import { LRUCache } from 'lru-cache';
import type { Database } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';

/** What judging an event needs to know of its content. */
export type ContentFacts = {
  id: number;
  kind: 'article' | 'video' | 'post';
  durationSeconds: number | null;
  /** Member id of the creator, whose own playback never counts. */
  ownerMemberId: string | null;
};

type Found = { byId: Map<number, ContentFacts>; byExternalId: Map<string, ContentFacts> };

/** By our id, a number, and by the platform's own, a text. */
const cache = () =>
  singleton('content facts', () => new LRUCache<number | string, ContentFacts>({ max: 200_000, ttl: 10_000 }));

/** The facts of these contents, from a cache that is at most 10 s old and one query for the rest. Unknown ones are absent. */
export async function lookUpContents(
  db: Pick<Database, '$client'>,
  { ids, externalIds }: { ids: number[]; externalIds: string[] },
): Promise<Found> {
  const found: Found = { byId: new Map(), byExternalId: new Map() };
  const missingIds = ids.filter((id) => !take(id, (facts) => found.byId.set(id, facts)));
  const missing = externalIds.filter((id) => !take(id, (facts) => found.byExternalId.set(id, facts)));
  if (missingIds.length + missing.length === 0) return found;
  for (const { externalId, ...facts } of await read(db, missingIds, missing)) {
    cache().set(facts.id, facts);
    if (missingIds.includes(facts.id)) found.byId.set(facts.id, facts);
    if (externalId === null) continue;
    cache().set(externalId, facts);
    if (missing.includes(externalId)) found.byExternalId.set(externalId, facts);
  }
  return found;
}

function take(id: number | string, use: (facts: ContentFacts) => void): boolean {
  const facts = cache().peek(id); // gone in ten seconds whether it is used or not, so its use is not noted
  if (facts) use(facts);
  return facts !== undefined;
}

async function read(db: Pick<Database, '$client'>, ids: number[], externalIds: string[]) {
  const { rows } = await db.$client.query<ContentFacts & { externalId: string | null }>({
    name: 'look-up-contents',
    text: `select c.id, c.kind, c.duration_seconds as "durationSeconds", u.member_id as "ownerMemberId", c.external_id as "externalId"
      from contents c left join users u on u.id = c.creator_id
      where c.id = any($1::bigint[]) or c.external_id = any($2::text[])`,
    values: [ids, externalIds],
  });
  return rows;
}
