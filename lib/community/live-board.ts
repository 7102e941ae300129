import { LRUCache } from 'lru-cache';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { askRedis } from '@/lib/platform/redis/client';
import { singleton } from '@/lib/platform/singleton';
import { dropBoard, moveOnBoard, readBoard, writeBoard } from './board-store';
import { findStandings } from './queries/find-standings';
import { BOARD_LENGTH, type Standing } from './rules';

/** Somebody out of the board's sight may move into it. */
const HELD = 10 * BOARD_LENGTH;
const OWN_MILLISECONDS = 2000;

/**
 * The board of a day that lasts, best first: from Redis, made anew from the database when it is gone; without Redis from
 * the database, at most two seconds old. What is frozen is read from the database alone.
 */
export async function liveBoard(day: Day, limit: number): Promise<Standing[]> {
  return askRedis(
    async (client) => {
      const kept = await readBoard(client, day, limit);
      if (kept) return kept;
      const standings = await findStandings(db(), { day, limit: HELD });
      if (standings.length > 0) await writeBoard(client, day, standings);
      return standings.slice(0, limit);
    },
    async () => (await ownBoard(day)).slice(0, limit),
  );
}

/** Tells the board where a member stands after a commit; it may miss it, and then is right again within a minute. */
export async function moveStanding(memberId: string, at: Date): Promise<void> {
  const day = calendar().dayOf(at);
  own().delete(day);
  await askRedis(
    async (client) => {
      const [standing = null] = await findStandings(db(), { day, memberId });
      await moveOnBoard(client, day, memberId, standing);
    },
    () => undefined,
  );
}

/** Has the board of the day made anew: a post that comes or goes moves many at once. */
export async function forgetBoard(now: Date): Promise<void> {
  const day = calendar().dayOf(now);
  own().delete(day);
  await askRedis(
    (client) => dropBoard(client, day),
    () => undefined,
  );
}

const own = () => singleton('boards', () => new LRUCache<Day, Promise<Standing[]>>({ max: 8, ttl: OWN_MILLISECONDS }));

function ownBoard(day: Day): Promise<Standing[]> {
  const kept = own().get(day);
  if (kept) return kept;
  const asked = findStandings(db(), { day, limit: BOARD_LENGTH });
  own().set(day, asked);
  asked.catch(() => own().delete(day));
  return asked;
}
