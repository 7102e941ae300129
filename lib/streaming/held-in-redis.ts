import type { Redis } from '@upstash/redis';
import { defineScript, runScript } from '@/lib/platform/redis/script';
import { type Beat, type HeldBeats, type Place, playerKeyOf } from './held-beats';

const HELD = 'watch held';
const AT_ONCE = 500;

/** In Redis: a hash of players with what they told last, and a key of a day for each viewer's place in a video. */
export function heldInRedis(client: Redis): HeldBeats {
  return {
    hold: async (beats) => {
      const keys = [HELD, ...beats.map((beat) => placeKeyOf(beat.contentId, beat.viewer))];
      const words = beats.flatMap((beat) => [
        playerKeyOf(beat),
        String(beat.atMs),
        String(beat.watchedMs),
        String(beat.positionSeconds),
      ]);
      const kept = await runScript<string[]>(client, HOLD, keys, words);
      return beats.map((beat, i) => ({ ...beat, ...stateOf(kept[i] ?? textOf(beat)) }));
    },
    pages: () => pagesOf(client),
    release: async (beats) => {
      for (let i = 0; i < beats.length; i += AT_ONCE) {
        const words = beats.slice(i, i + AT_ONCE).flatMap((beat) => [playerKeyOf(beat), String(beat.atMs)]);
        await runScript(client, RELEASE, [HELD], words);
      }
    },
    findPlace: async (contentId, viewer) => {
      const text = await client.get<string>(placeKeyOf(contentId, viewer));
      return text === null ? null : placeOf(text);
    },
  };
}

const placeKeyOf = (contentId: number, viewer: string) => `watch place ${contentId} ${viewer}`;
const textOf = ({ atMs, watchedMs, positionSeconds }: Beat) => `${atMs}|${watchedMs}|${positionSeconds}`;

async function* pagesOf(client: Redis): AsyncGenerator<Beat[]> {
  let cursor = '0';
  do {
    const [next, found] = await client.hscan(HELD, cursor, { count: AT_ONCE });
    const texts = found.map(String);
    const beats: Beat[] = [];
    for (let i = 0; i + 1 < texts.length; i += 2) beats.push({ ...playerOf(texts[i] ?? ''), ...stateOf(texts[i + 1]) });
    yield beats;
    cursor = String(next);
  } while (cursor !== '0');
}

function playerOf(key: string): Pick<Beat, 'contentId' | 'viewer' | 'playerId'> {
  const [contentId, viewer = '', playerId = ''] = key.split(' ');
  return {
    contentId: Number(contentId),
    viewer: decodeURIComponent(viewer),
    playerId: decodeURIComponent(playerId),
  };
}

function stateOf(text = ''): Required<Omit<Beat, 'contentId' | 'viewer' | 'playerId'>> {
  const [atMs = 0, watchedMs = 0, positionSeconds = 0, beganMs = atMs, beganAtWatchedMs = watchedMs] = text
    .split('|')
    .map(Number);
  return { atMs, watchedMs, positionSeconds, began: { atMs: beganMs, watchedMs: beganAtWatchedMs } };
}

function placeOf(text: string): Place {
  const [atMs = 0, positionSeconds = 0] = text.split('|').map(Number);
  return { atMs, positionSeconds };
}

// A player is kept as `at|watched|position` of the newest and `|at|watched` of the earliest. Times stay text: Lua would
// write 1.75e+12. The hash ends two days after its last heartbeat, should nobody write it.
const HOLD = defineScript(`
local held, places = {}, {}
local fields = {}
for i = 1, #ARGV, 4 do fields[#fields + 1] = ARGV[i] end
local known = redis.call('HMGET', KEYS[1], unpack(fields))
local known_places = redis.call('MGET', unpack(KEYS, 2))
local function newer(at, state)
  return not state or tonumber(at) > tonumber(string.match(state, '^%d+'))
end

for i, field in ipairs(fields) do
  local at, watched, position = ARGV[4 * i - 2], ARGV[4 * i - 1], ARGV[4 * i]
  local state = held[field] or known[i]
  local newest, began = at .. '|' .. watched .. '|' .. position, at .. '|' .. watched
  if state then
    local known_newest, known_began = string.match(state, '^([^|]+|[^|]+|[^|]+)|?(.*)$')
    if known_began == '' then known_began = string.match(state, '^[^|]+|[^|]+') end
    if not newer(at, state) then newest = known_newest end
    if tonumber(string.match(known_began, '^%d+')) <= tonumber(at) then began = known_began end
  end
  held[field] = newest .. '|' .. began
  if held[field] ~= state then redis.call('HSET', KEYS[1], field, held[field]) end
  local key = KEYS[i + 1]
  if newer(at, places[key] or known_places[i]) then
    places[key] = at .. '|' .. position
    redis.call('SET', key, places[key], 'PX', 86400000)
  end
end
redis.call('PEXPIRE', KEYS[1], 172800000)
local kept = {}
for i, field in ipairs(fields) do kept[i] = held[field] or known[i] end
return kept
`);

const RELEASE = defineScript(`
for i = 1, #ARGV, 2 do
  local state = redis.call('HGET', KEYS[1], ARGV[i])
  if state and string.match(state, '^%d+') == ARGV[i + 1] then redis.call('HDEL', KEYS[1], ARGV[i]) end
end
`);
