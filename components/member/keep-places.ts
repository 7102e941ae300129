export type Kept<T> = { item: T; place: number };

/** A list as it was asked for anew, in which what somebody has pressed stays where it was, though the list let go of it. */
export function keepPlaces<T extends { id: number }>(items: readonly T[], kept: readonly Kept<T>[]): T[] {
  const held = new Set(kept.map(({ item }) => item.id));
  const shown = items.filter(({ id }) => !held.has(id));
  for (const { item, place } of [...kept].sort((a, b) => a.place - b.place)) shown.splice(place, 0, item);
  return shown;
}
