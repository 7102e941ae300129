import type { Redis } from '@upstash/redis';
import { defineScript, runScript } from '@/lib/platform/redis/script';
import type { WindowCheck, WindowVerdict } from './step-window';

/** `stepWindow` for a batch of 1 to 500, in Redis: in one round trip, atomically, in the order given. Throws when Redis fails. */
export async function judgeWindowsInRedis(client: Redis, checks: WindowCheck[]): Promise<WindowVerdict[]> {
  const keys: string[] = [];
  const words: string[] = [];
  for (const { key, atMs, eventId, day, windowMs, cap } of checks) {
    keys.push(`window ${key}`);
    words.push(String(atMs), eventId, day, String(windowMs), String(cap));
  }
  const codes = await runScript<number[]>(client, SCRIPT, keys, words);
  return checks.map((_, i) => VERDICTS[codes[i] ?? 0] ?? 'counted');
}

const VERDICTS: readonly WindowVerdict[] = ['counted', 'repeat', 'cap'];

// A window is kept as `time|id|day|count` for a day or its own length. Times stay text: Lua would write 1.75e+12.
const SCRIPT = defineScript(`
local DAY_MS = 86400000
local held = redis.call('MGET', unpack(KEYS))
local states, moved, verdicts = {}, {}, {}

for i, key in ipairs(KEYS) do
  local at, id, day = ARGV[5 * i - 4], ARGV[5 * i - 3], ARGV[5 * i - 2]
  local window, cap = tonumber(ARGV[5 * i - 1]), tonumber(ARGV[5 * i])
  local state = states[key]
  if not state and held[i] then
    local last_at, last_id, last_day, n = string.match(held[i], '^(-?%d+)|([^|]*)|([^|]*)|(%d+)$')
    if last_at then state = { at = last_at, id = last_id, day = last_day, n = tonumber(n) } end
  end
  local verdict, n = 0, 1
  local moves = true
  if state then
    local since = tonumber(at) - tonumber(state.at)
    local same_day = state.day == day
    if at == state.at and id == state.id then moves = false
    elseif math.abs(since) < window then verdict, moves = 1, false
    elseif since < 0 then moves = false
    elseif same_day and state.n >= cap then verdict, moves = 2, false
    elseif same_day then n = state.n + 1 end
  end
  if moves then
    state = { at = at, id = id, day = day, n = n }
    moved[key] = math.max(window, DAY_MS)
  end
  states[key] = state
  verdicts[i] = verdict
end

for key, ttl in pairs(moved) do
  local state = states[key]
  redis.call('SET', key, state.at .. '|' .. state.id .. '|' .. state.day .. '|' .. state.n, 'PX', ttl)
end
return verdicts
`);
