import { LRUCache } from 'lru-cache';
import { steadyMilliseconds } from '@/lib/platform/clock';

type Fields = Map<string, string>;
/** `expiresAtMs` is a time of the steady clock: a key lives as long as it was told, whatever is done to the machine's. */
type Entry = { value: string | Fields; bytes: number; expiresAtMs: number };

const ENTRY_OVERHEAD_BYTES = 120;
const WRONG_TYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value';

/** Strings and hashes with expiry, in this process. Bounded: past the bound the least recently used keys go. */
export class Store {
  private readonly entries: LRUCache<string, Entry>;

  constructor({ maxKeys = 200_000, maxBytes = 64 * 1024 * 1024 } = {}) {
    const sizeCalculation = (entry: Entry, key: string) => ENTRY_OVERHEAD_BYTES + key.length + entry.bytes;
    this.entries = new LRUCache({ max: maxKeys, maxSize: maxBytes, sizeCalculation });
  }

  /** Throws WRONGTYPE for a hash. */
  string(key: string): string | undefined {
    const value = this.find(key)?.value;
    if (value !== undefined && typeof value !== 'string') throw new Error(WRONG_TYPE);
    return value;
  }

  /** Throws WRONGTYPE for a string. */
  fields(key: string): ReadonlyMap<string, string> | undefined {
    return fieldsOf(this.find(key));
  }

  setString(key: string, value: string, expiresAtMs = Number.POSITIVE_INFINITY): void {
    this.entries.set(key, { value, bytes: value.length, expiresAtMs });
  }

  /** Sets fields of a hash and keeps its expiry. Returns how many are new. */
  setFields(key: string, changes: readonly (readonly [string, string])[]): number {
    const entry = this.find(key);
    const fields = fieldsOf(entry) ?? new Map();
    const before = fields.size;
    let bytes = entry?.bytes ?? 0;
    for (const [field, value] of changes) {
      bytes += value.length + field.length - bytesOf(fields, field);
      fields.set(field, value);
    }
    this.entries.set(key, { value: fields, bytes, expiresAtMs: entry?.expiresAtMs ?? Number.POSITIVE_INFINITY });
    return fields.size - before;
  }

  /** Returns how many of the fields there were; a hash without fields is no key. */
  deleteFields(key: string, names: readonly string[]): number {
    const entry = this.find(key);
    const fields = fieldsOf(entry);
    if (!entry || !fields) return 0;
    const before = fields.size;
    let { bytes } = entry;
    for (const name of names) {
      bytes -= bytesOf(fields, name);
      fields.delete(name);
    }
    if (fields.size === 0) this.entries.delete(key);
    else this.entries.set(key, { ...entry, bytes });
    return before - fields.size;
  }

  /** Infinity for a key without expiry, undefined for no key. */
  expiresAtMs(key: string): number | undefined {
    return this.find(key)?.expiresAtMs;
  }

  /** False when there is no such key. */
  expire(key: string, expiresAtMs: number): boolean {
    const entry = this.find(key);
    if (entry) this.entries.set(key, { ...entry, expiresAtMs });
    return entry !== undefined;
  }

  delete(key: string): boolean {
    return this.find(key) !== undefined && this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  private find(key: string): Entry | undefined {
    // An expired entry stays until it is set again or pushed out: deleting the last one would clear the whole cache.
    const entry = this.entries.get(key);
    return entry && entry.expiresAtMs >= steadyMilliseconds() ? entry : undefined;
  }
}

function fieldsOf(entry: Entry | undefined): Fields | undefined {
  if (typeof entry?.value === 'string') throw new Error(WRONG_TYPE);
  return entry?.value;
}

function bytesOf(fields: Fields, field: string): number {
  const value = fields.get(field);
  return value === undefined ? 0 : field.length + value.length;
}
