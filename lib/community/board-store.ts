import type { Redis } from '@upstash/redis';
import type { Day } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { defineScript, runScript } from '@/lib/platform/redis/script';
import type { Standing } from './rules';

/** After this it is made anew from the database, so that whatever a failing Redis missed is off for no longer. */
const KEPT_MILLISECONDS = 60_000;
/** More milliseconds than the longest day has, and few enough that the count before them fits a double. */
const SPAN = 2 ** 27;

const nameOf = (day: Day) => `ranking ${day}`;
/** In front of a member's id, which may look like a number to the client. */
const PREFIX = 'm:';

/** The best of a board, or null when it is gone. Lowest score first: equals stand in the order of their names. */
export async function readBoard(client: Redis, day: Day, limit: number): Promise<Standing[] | null> {
  const flat = await client.zrange<(string | number)[]>(nameOf(day), 0, limit - 1, { withScores: true });
  if (flat.length === 0) return null;
  const standings: Standing[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) standings.push(standingOf(day, String(flat[i]), Number(flat[i + 1])));
  return standings;
}

/** Puts a whole board there, in place of another one. */
export async function writeBoard(client: Redis, day: Day, standings: readonly Standing[]): Promise<void> {
  const entries = standings.flatMap((one) => [String(scoreOf(day, one)), PREFIX + one.memberId]);
  await runScript(client, WRITE, [nameOf(day)], [String(KEPT_MILLISECONDS), ...entries]);
}

/** Moves one member on a board that is there; null takes them off. One that is gone is made anew by whoever reads it. */
export async function moveOnBoard(client: Redis, day: Day, memberId: string, to: Standing | null): Promise<void> {
  await runScript(client, MOVE, [nameOf(day)], [PREFIX + memberId, to === null ? '' : String(scoreOf(day, to))]);
}

export async function dropBoard(client: Redis, day: Day): Promise<void> {
  await client.del(nameOf(day));
}

/** More posts before fewer, then the earlier one. */
function scoreOf(day: Day, { posts, reachedAt }: Standing): number {
  const sinceMidnight = reachedAt.getTime() - calendar().startOf(day).getTime();
  return -(posts * SPAN + (SPAN - 1 - sinceMidnight));
}

function standingOf(day: Day, name: string, score: number): Standing {
  const posts = Math.floor(-score / SPAN);
  const sinceMidnight = SPAN - 1 - (-score - posts * SPAN);
  const reachedAt = new Date(calendar().startOf(day).getTime() + sinceMidnight);
  return { memberId: name.slice(PREFIX.length), posts, reachedAt };
}

const WRITE = defineScript(`
redis.call('DEL', KEYS[1])
for i = 2, #ARGV, 2 do redis.call('ZADD', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return #ARGV
`);

const MOVE = defineScript(`
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
if ARGV[2] == '' then return redis.call('ZREM', KEYS[1], ARGV[1]) end
return redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
`);
