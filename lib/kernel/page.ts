/** One page of a list; `nextCursor` is null on the last one. */
export type Page<T> = { items: T[]; nextCursor: string | null };

/** Cuts the one row too many that a query of `limit + 1` rows returns, and makes the cursor from the last row kept. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key of a cursor of ours, or null when it is not one of `length` strings or numbers that a database can hold. */
export function decodeCursor(cursor: string, length: number): (string | number)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(key) || key.length !== length) return null;
    return key.every(isStorable) ? key : null;
  } catch {
    return null;
  }
}

const isStorable = (part: unknown): part is string | number =>
  typeof part === 'string'
    ? part.isWellFormed() && !part.includes('\0')
    : typeof part === 'number' && Math.abs(part) <= Number.MAX_SAFE_INTEGER;
