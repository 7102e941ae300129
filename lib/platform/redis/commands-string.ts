import { steadyMilliseconds } from '@/lib/platform/clock';
import type { Command } from './commands';
import type { Store } from './store';
import { wholeNumber } from './whole-number';

export const stringCommands: Record<string, Command> = {
  get: { arity: [1, 1], run: (store, [key = '']) => store.string(key) ?? null },
  mget: { arity: [1], run: (store, keys) => keys.map((key) => stringOrNull(store, key)) },
  set: { arity: [2], run: (store, [key = '', value = '', ...options]) => set(store, key, value, options) },
  incr: { arity: [1, 1], run: (store, [key = '']) => increment(store, key, 1) },
  incrby: { arity: [2, 2], run: (store, [key = '', by]) => increment(store, key, wholeNumber(by)) },
};

function set(store: Store, key: string, value: string, options: string[]): 'OK' | null {
  const { condition, milliseconds } = readOptions(options.map((option) => option.toLowerCase()));
  const exists = store.expiresAtMs(key) !== undefined;
  if ((condition === 'nx' && exists) || (condition === 'xx' && !exists)) return null;
  store.setString(key, value, milliseconds === null ? Number.POSITIVE_INFINITY : steadyMilliseconds() + milliseconds);
  return 'OK';
}

function readOptions(options: string[]): { condition: string | null; milliseconds: number | null } {
  let condition: string | null = null;
  let milliseconds: number | null = null;
  for (let i = 0; i < options.length; i++) {
    const option = options[i];
    if ((option === 'nx' || option === 'xx') && condition === null) condition = option;
    else if ((option === 'ex' || option === 'px') && milliseconds === null && i + 1 < options.length) {
      milliseconds = wholeNumber(options[++i]) * (option === 'ex' ? 1000 : 1);
    } else throw new Error('ERR syntax error');
  }
  if (milliseconds !== null && milliseconds <= 0) throw new Error("ERR invalid expire time in 'set' command");
  return { condition, milliseconds };
}

function increment(store: Store, key: string, by: number): number {
  const value = wholeNumber(store.string(key) ?? '0') + by;
  if (!Number.isSafeInteger(value)) throw new Error('ERR increment or decrement would overflow');
  store.setString(key, String(value), store.expiresAtMs(key));
  return value;
}

/** MGET alone passes over a key of another type. */
function stringOrNull(store: Store, key: string): string | null {
  try {
    return store.string(key) ?? null;
  } catch {
    return null;
  }
}
