import { LRUCache } from 'lru-cache';
import { db } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';
import { Condition } from './conditions';
import type { AdFacts } from './rules';

/** What judging a join needs to know of an ad. */
export type JoinFacts = AdFacts & { id: number; eligibility: Condition[] };

const FRESH_MILLISECONDS = 500;

/**
 * The facts of an ad, at most half a second old: enough to refuse by, since whoever passes is judged again by the row
 * itself under its lock. Null for an unknown ad. `fresh` asks the database.
 */
export async function findAdFacts(adId: number, { fresh = false } = {}): Promise<JoinFacts | null> {
  if (adId === 0) return null;
  const found = await cache().fetch(adId, { forceRefresh: fresh });
  return found?.ad ?? null;
}

type Entry = { ad: JoinFacts | null };

// Requests that miss at once share one query.
const cache = () =>
  singleton(
    'ad facts',
    () =>
      new LRUCache<number, Entry>({
        max: 20_000,
        ttl: FRESH_MILLISECONDS,
        fetchMethod: async (adId) => ({ ad: await read(adId) }),
      }),
  );

type Row = Omit<JoinFacts, 'eligibility'> & { eligibility: unknown };

async function read(adId: number): Promise<JoinFacts | null> {
  const { rows } = await db().$client.query<Row>({
    name: 'ad-facts',
    text: `select id, state as decided, starts_at as "startsAt", ends_at as "endsAt", places, used, eligibility
      from ads where id = $1`,
    values: [adId],
  });
  const [row] = rows;
  return row ? { ...row, eligibility: Condition.array().parse(row.eligibility) } : null;
}
