import type { Command } from './commands';
import type { Store } from './store';
import { wholeNumber } from './whole-number';

export const hashCommands: Record<string, Command> = {
  hget: { arity: [2, 2], run: (store, [key = '', field = '']) => store.fields(key)?.get(field) ?? null },
  hmget: {
    arity: [2],
    run: (store, [key = '', ...names]) => {
      const fields = store.fields(key);
      return names.map((name) => fields?.get(name) ?? null);
    },
  },
  hgetall: { arity: [1, 1], run: (store, [key = '']) => [...(store.fields(key) ?? [])].flat() },
  hset: { arity: [3], run: (store, [key = '', ...rest]) => store.setFields(key, pairsOf(rest)) },
  hdel: { arity: [2], run: (store, [key = '', ...names]) => store.deleteFields(key, names) },
  hincrby: { arity: [3, 3], run: (store, [key = '', field = '', by]) => increment(store, key, field, wholeNumber(by)) },
};

function pairsOf(rest: string[]): [string, string][] {
  if (rest.length % 2 === 1) throw new Error("ERR wrong number of arguments for 'hset' command");
  const pairs: [string, string][] = [];
  for (let i = 0; i < rest.length; i += 2) pairs.push([rest[i] ?? '', rest[i + 1] ?? '']);
  return pairs;
}

function increment(store: Store, key: string, field: string, by: number): number {
  const value = wholeNumber(store.fields(key)?.get(field) ?? '0', 'ERR hash value is not an integer') + by;
  if (!Number.isSafeInteger(value)) throw new Error('ERR increment or decrement would overflow');
  store.setFields(key, [[field, String(value)]]);
  return value;
}
