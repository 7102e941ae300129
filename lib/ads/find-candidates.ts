import { LRUCache } from 'lru-cache';
import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';
import { Condition } from './conditions';
import { imageAddress } from './image-address';
import type { AdFacts } from './rules';
import type { JoinableAd } from './schema';

/** An ad that takes members, with what judging a member needs. */
export type Candidate = JoinableAd & AdFacts & { eligibility: Condition[] };
/** Some ads in the order of the list; null when no more come after them. */
export type Candidates = { ads: Candidate[]; next: string | null };

const FRESH_MILLISECONDS = 500;
const AT_ONCE = 100;

/**
 * Ads that take members, best reward first, at most half a second old: one that sold out, was paused or ended is gone
 * within a second on every server. `after` is the `next` of the ones before.
 */
export async function findCandidates(after = FIRST): Promise<Candidates> {
  return (await cache().fetch(after)) ?? { ads: [], next: null };
}

/** Asks the database at the next look, after a change on this server. */
export function forgetCandidates(): void {
  cache().clear();
}

/** Before every ad: no reward is as large. */
const FIRST = '2147483647 0';

// Requests that miss at once share one query.
const cache = () =>
  singleton(
    'joinable ads',
    () => new LRUCache<string, Candidates>({ max: 1000, ttl: FRESH_MILLISECONDS, fetchMethod: read }),
  );

type Row = Omit<Candidate, 'eligibility' | 'imageUrl'> & {
  eligibility: unknown;
  imageKey: string | null;
  imageUrl: string | null;
};

async function read(after: string): Promise<Candidates> {
  const at = now();
  const { rows } = await db().$client.query<Row>({
    name: 'joinable-ads',
    text: `select id, name, text, image_key as "imageKey", image_url as "imageUrl", reward_points as "rewardPoints",
        eligibility, state as decided, starts_at as "startsAt", ends_at as "endsAt", places, used
      from ads where state = 'open' and used < places and ends_at > $1 and starts_at <= $2
        and reward_points <= $3 and (reward_points < $3 or id > $4)
      order by reward_points desc, id limit ${AT_ONCE}`,
    // Who begins while this is fresh is among them, and shown from its first moment on.
    values: [at, new Date(at.getTime() + FRESH_MILLISECONDS * 2), ...after.split(' ').map(Number)],
  });
  const last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
  return { ads: rows.map(candidateOf), next: last ? `${last.rewardPoints} ${last.id}` : null };
}

function candidateOf({ imageKey, imageUrl, eligibility, ...row }: Row): Candidate {
  const shown = imageAddress({ imageKey, imageUrl });
  return { ...row, imageUrl: shown, eligibility: Condition.array().parse(eligibility) };
}
