import { steadyMilliseconds } from '@/lib/platform/clock';
import type { Command } from './commands';
import { wholeNumber } from './whole-number';

export const keyCommands: Record<string, Command> = {
  ping: { arity: [0, 1], run: (_store, [message]) => message ?? 'PONG' },
  del: { arity: [1], run: (store, keys) => keys.filter((key) => store.delete(key)).length },
  exists: { arity: [1], run: (store, keys) => keys.filter((key) => store.expiresAtMs(key) !== undefined).length },
  expire: { arity: [2, 2], run: (store, [key = '', seconds]) => expire(store, key, wholeNumber(seconds) * 1000) },
  pexpire: { arity: [2, 2], run: (store, [key = '', milliseconds]) => expire(store, key, wholeNumber(milliseconds)) },
  ttl: { arity: [1, 1], run: (store, [key = '']) => remaining(store, key, 1000) },
  pttl: { arity: [1, 1], run: (store, [key = '']) => remaining(store, key, 1) },
  flushdb: {
    arity: [0, 1],
    run: (store) => {
      store.clear();
      return 'OK';
    },
  },
};

type Keys = Parameters<Command['run']>[0];

/** A time that has passed deletes the key. */
function expire(store: Keys, key: string, milliseconds: number): number {
  const found = milliseconds > 0 ? store.expire(key, steadyMilliseconds() + milliseconds) : store.delete(key);
  return found ? 1 : 0;
}

/** -2 is no key, -1 a key that stays. */
function remaining(store: Keys, key: string, unitMilliseconds: number): number {
  const expiresAtMs = store.expiresAtMs(key);
  if (expiresAtMs === undefined) return -2;
  if (expiresAtMs === Number.POSITIVE_INFINITY) return -1;
  return Math.round((expiresAtMs - steadyMilliseconds()) / unitMilliseconds);
}
