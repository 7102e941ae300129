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
  const { kept, age } = candidates();
  return (await kept.fetch(`${age} ${after}`)) ?? { ads: [], next: null };
}

/** Asks the database at the next look, after a change on this server. */
export function forgetCandidates(): void {
  // Emptying would fail whoever waits for an answer that is under way; under another key they get theirs.
  candidates().age += 1;
}

/** Before every ad: no reward is as large. */
const FIRST = '2147483647 0';

type Kept = { kept: LRUCache<string, Candidates>; age: number };

// Requests that miss at once share one query.
const candidates = () =>
  singleton('joinable ads', (): Kept => {
    const fetchMethod = (key: string) => read(key.split(' ').slice(1).map(Number));
    return { kept: new LRUCache({ max: 100, ttl: FRESH_MILLISECONDS, fetchMethod }), age: 0 };
  });

type Row = Omit<Candidate, 'eligibility' | 'imageUrl'> & {
  eligibility: unknown;
  imageKey: string | null;
  imageUrl: string | null;
};

async function read(after: number[]): Promise<Candidates> {
  const at = now();
  const { rows } = await db().$client.query<Row>({
    name: 'joinable-ads',
    text: `select id, name, text, image_key as "imageKey", image_url as "imageUrl", reward_points as "rewardPoints",
        eligibility, state as decided, starts_at as "startsAt", ends_at as "endsAt", places, used
      from ads where state = 'open' and used < places and ends_at > $1 and starts_at <= $2
        and reward_points <= $3 and (reward_points < $3 or id > $4)
      order by reward_points desc, id limit ${AT_ONCE}`,
    // Who begins while this is fresh is among them, and shown from its first moment on.
    values: [at, new Date(at.getTime() + FRESH_MILLISECONDS * 2), ...after],
  });
  const last = rows.length === AT_ONCE ? rows.at(-1) : undefined;
  return { ads: rows.map(candidateOf), next: last ? `${last.rewardPoints} ${last.id}` : null };
}

function candidateOf({ imageKey, imageUrl, eligibility, ...row }: Row): Candidate {
  const shown = imageAddress({ imageKey, imageUrl });
  return { ...row, imageUrl: shown, eligibility: Condition.array().parse(eligibility) };
}
