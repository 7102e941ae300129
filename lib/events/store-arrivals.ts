import { ingestDb } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import { isLike } from './judge-arrivals';
import { recordLikes } from './record-likes';
import { insertEvents, type Judged, keyOf, type Tally } from './store';

/** The events of one request with their verdicts, and what else came with them. */
export type Arrivals = { judged: Judged[]; tally: Tally };
/** Verdicts in the order of the request, and the keys that this request was the first to bring. */
export type Stored = { judged: Judged[]; inserted: Set<string> };

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
  const judged = owned.flatMap((one) => one.fresh);
  const tally = sumOf(requests.map((one) => one.tally));
  tally.duplicates += owned.reduce((sum, one) => sum + one.repeated.length, 0);
  const stored = await store(judged, tally);
  let from = 0;
  return owned.map(({ fresh, repeated }) => {
    const own = stored.judged.slice(from, from + fresh.length);
    from += fresh.length;
    const keys = own.map((one) => keyOf(one.candidate)).filter((key) => stored.inserted.has(key));
    return { judged: [...own, ...repeated], inserted: new Set(keys) };
  });
}

async function store(judged: Judged[], tally: Tally): Promise<Stored> {
  if (judged.some((one) => isLike(one.candidate))) return recordLikes(judged, tally);
  return { judged, inserted: await insertEvents(ingestDb().$client, judged, tally) };
}

/** Which events each request brings first, and which an earlier one of the group has brought. */
function ownersOf(requests: Arrivals[]): { fresh: Judged[]; repeated: Judged[] }[] {
  const seen = new Set<string>();
  return requests.map(({ judged }) => {
    const fresh: Judged[] = [];
    const repeated: Judged[] = [];
    for (const one of judged) {
      const key = keyOf(one.candidate);
      (seen.has(key) ? repeated : fresh).push(one);
      seen.add(key);
    }
    return { fresh, repeated };
  });
}

function sumOf(tallies: Tally[]): Tally {
  const rejected = new Map<string, number>();
  for (const tally of tallies)
    for (const [reason, n] of tally.rejected) rejected.set(reason, (rejected.get(reason) ?? 0) + n);
  return { rejected, duplicates: tallies.reduce((sum, tally) => sum + tally.duplicates, 0) };
}
