import type pg from 'pg';
import { ingestDb } from '@/lib/platform/database';
import type { Candidate } from './read-events';
import { judgeLike, type LikeState } from './rules';
import { findStored, insertEvents, type Judged, keyOf, likeKeyOf, lockLikes, saveLikes, type Tally } from './store';

/** Verdicts in the order given, and the keys of what had been stored before. */
export type Recorded = { judged: Judged[]; repeated: Set<string> };

/**
 * Stores events among which are likes. Likes are a state, so their verdicts are made under a lock on the states
 * they change, in the order of arrival, and stand (events rule 4).
 */
export async function recordLikes(judged: Judged[], tally: Tally): Promise<Recorded> {
  for (;;) {
    const recorded = await inTransaction((client) => attempt(client, judged, tally));
    if (recorded) return recorded;
  }
}

/** Null when an event that looked new was stored by somebody else meanwhile: the states were judged wrongly, so all is undone. */
async function attempt(client: pg.PoolClient, judged: Judged[], tally: Tally): Promise<Recorded | null> {
  const likes = judged.filter(isOpenLike);
  const states = await lockLikes(
    client,
    likes.map((one) => one.candidate),
  );
  const stored = await findStored(
    client,
    likes.map((one) => one.candidate),
  );
  const verdicts = judgeLikes(judged, states, stored);
  const repeated = await insertEvents(client, verdicts, tally);
  const overtaken = likes.some(({ candidate }) => !stored.has(keyOf(candidate)) && repeated.has(keyOf(candidate)));
  if (overtaken) return null;
  await saveLikes(client, states);
  return { judged: verdicts, repeated };
}

const isOpenLike = ({ candidate, reason }: Judged) =>
  reason === null && (candidate.type === 'like' || candidate.type === 'unlike');

/** Moves `states` on, event by event; repetitions move nothing. */
function judgeLikes(judged: Judged[], states: Map<string, LikeState>, stored: Set<string>): Judged[] {
  return judged.map((one) => {
    if (!isOpenLike(one) || stored.has(keyOf(one.candidate))) return one;
    const key = likeKeyOf(one.candidate);
    const verdict = judgeLike(states.get(key) ?? null, likeOf(one.candidate));
    states.set(key, verdict.next);
    return { candidate: one.candidate, reason: verdict.reason };
  });
}

function likeOf({ type, atMs, id }: Candidate): { type: 'like' | 'unlike'; at: number; id: string } {
  return { type: type === 'like' ? 'like' : 'unlike', at: atMs, id };
}

async function inTransaction(work: (client: pg.PoolClient) => Promise<Recorded | null>): Promise<Recorded | null> {
  const client = await ingestDb().$client.connect();
  let broken = true;
  try {
    await client.query('begin');
    const recorded = await work(client);
    await client.query(recorded ? 'commit' : 'rollback');
    broken = false;
    return recorded;
  } finally {
    client.release(broken); // a connection that failed half-way is thrown away, and its transaction with it
  }
}
