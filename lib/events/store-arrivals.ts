import { ingestDb } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import { isLike } from './judge-arrivals';
import type { Candidate } from './read-events';
import { type Recorded, recordLikes } from './record-likes';
import { insertEvents, type Judged, keyOf, type Tally } from './store';

/** The events of one request with their verdicts, and how many items were rejected for which reason. */
export type Arrivals = { judged: Judged[]; rejected: Map<string, number> };
/** What this request was the first to bring, with the verdicts that stand, and what was there already; each in its order. */
export type Stored = { fresh: Judged[]; repeated: Candidate[] };

/**
 * Stores the events of a request and resolves after their commit. Requests that come together share a statement
 * and its commit; the same key in two of them is an event of the first and a duplicate of the second.
 */
export function storeArrivals(arrivals: Arrivals): Promise<Stored> {
  return gatherer()(arrivals);
}

const gatherer = () =>
  singleton('arrivals', () =>
    gather<Arrivals, Stored>({
      run: storeTogether,
      sizeOf: ({ judged }) => judged.length + 1,
      maxSize: 1000,
      lanes: LANES,
      worthALane: WORTH_A_LANE,
      maxWaiting: 50_000,
      maxWaitMilliseconds: 5000,
    }),
  );

// Two keep Postgres busy while this process prepares the next group; more only make the groups smaller. Single events
// are too little for a second: in one lane they form fewer, larger groups, which cost both sides less.
const LANES = 2;
const WORTH_A_LANE = 64;

async function storeTogether(requests: Arrivals[]): Promise<Stored[]> {
  const owned = ownersOf(requests);
  const duplicates = owned.reduce((sum, one) => sum + one.repeated.length, 0);
  const { judged, repeated } = await store(
    owned.flatMap((one) => one.fresh),
    { rejected: rejectedIn(requests), duplicates },
  );
  let from = 0;
  return owned.map((one) => {
    const own = judged.slice(from, from + one.fresh.length);
    from += own.length;
    return repeated.size === 0 ? { fresh: own, repeated: one.repeated } : without(repeated, own, one.repeated);
  });
}

async function store(judged: Judged[], tally: Tally): Promise<Recorded> {
  if (judged.some((one) => isLike(one.candidate))) return recordLikes(judged, tally);
  return { judged, repeated: await insertEvents(ingestDb().$client, judged, tally) };
}

/** Moves those that had been stored before to the repeated ones. */
function without(stored: Set<string>, judged: Judged[], repeated: Candidate[]): Stored {
  const isStored = ({ candidate }: Judged) => stored.has(keyOf(candidate));
  return {
    fresh: judged.filter((one) => !isStored(one)),
    repeated: [...repeated, ...judged.filter(isStored).map((one) => one.candidate)],
  };
}

/** Which events each request brings first, and which came before, in an earlier one of the group or in itself. */
function ownersOf(requests: Arrivals[]): Stored[] {
  const seen = new Set<string>();
  return requests.map(({ judged }) => {
    const fresh: Judged[] = [];
    const repeated: Candidate[] = [];
    for (const one of judged) {
      const key = keyOf(one.candidate);
      if (seen.has(key)) repeated.push(one.candidate);
      else fresh.push(one);
      seen.add(key);
    }
    return { fresh, repeated };
  });
}

function rejectedIn(requests: Arrivals[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { rejected } of requests)
    for (const [reason, n] of rejected) sums.set(reason, (sums.get(reason) ?? 0) + n);
  return sums;
}
