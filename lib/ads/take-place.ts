import { db } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import type { Participation } from './schema';
import { takePlaces, type Wish, wishKey } from './store';

/**
 * Takes one place and resolves after the commit; null when there was none to have. Those who come together share a
 * statement and its commit, so that a hot ad's row is locked once for all of them.
 */
export function takePlace(wish: Wish): Promise<Participation | null> {
  return gatherer()(wish);
}

const gatherer = () =>
  singleton('places', () =>
    gather<Wish, Participation | null>({
      run: takeTogether,
      sizeOf: () => 1,
      maxSize: 200,
      lanes: 2,
      // A second statement with the same hot ad would only wait for the first one's row lock.
      worthALane: 64,
      maxWaiting: 10_000,
      maxWaitMilliseconds: 5000,
    }),
  );

/** The same member and ad twice in a group: the first may have the place, the other is told that it did not get one. */
async function takeTogether(wishes: Wish[]): Promise<(Participation | null)[]> {
  const first = new Map<string, Wish>();
  for (const wish of wishes) if (!first.has(wishKey(wish))) first.set(wishKey(wish), wish);
  const asked = [...first.values()];
  const taken = await takePlaces(db().$client, asked);
  const byWish = new Map(asked.map((wish, i) => [wish, taken[i] ?? null]));
  return wishes.map((wish) => byWish.get(wish) ?? null);
}
