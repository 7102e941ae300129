/** One value that an admin changed; `undefined` where there was none before, or is none after. */
export type Change = { field: string; before: unknown; after: unknown };

/** What differs between two pictures of a thing, value by value; nested names are joined by dots. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [old, young] = [leavesOf(before), leavesOf(after)];
  const fields = [...new Set([...young.keys(), ...old.keys()])];
  return fields
    .map((field) => ({ field, before: present(old.get(field)), after: present(young.get(field)) }))
    .filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is));
}

/** A list of things is opened too, each under its number; a list of values is one value. */
function leavesOf(value: unknown, path: string[] = []): Map<string, unknown> {
  const parts = partsOf(value);
  if (parts) return new Map(parts.flatMap(([name, part]) => [...leavesOf(part, [...path, name])]));
  const nothing = path.length === 0 && (value === null || value === undefined);
  return nothing ? new Map() : new Map([[path.join('.'), value]]);
}

function partsOf(value: unknown): [string, unknown][] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return Object.entries(value);
  const ofThings = value.some((one) => typeof one === 'object' && one !== null);
  return ofThings ? value.map((one, index): [string, unknown] => [String(index + 1), one]) : null;
}

/** Nothing, null and an empty list are the same nothing to a reader. */
function present(value: unknown): unknown {
  return value === null || (Array.isArray(value) && value.length === 0) ? undefined : value;
}
