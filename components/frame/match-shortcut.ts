export type Shortcut = {
  /** `R`, `?`, `Mod+K` (Ctrl, or Cmd on a Mac), or `G O`: one after the other. */
  keys: string;
  label: string;
  act: () => void;
};

/** A key that was pressed, as a KeyboardEvent says it. */
export type Pressed = { key: string; at: number; modified: boolean; typing: boolean };

/** The key before, which may begin a sequence. */
export type Sequence = { current: { key: string; at: number } | null };

const SEQUENCE_MILLISECONDS = 1000;

/** The shortcut that a key means; the newest owner of a key gets it, and letters belong to whoever is typing. */
export function matchShortcut(shortcuts: readonly Shortcut[], pressed: Pressed, sequence: Sequence): Shortcut | null {
  const key = pressed.key.length === 1 ? pressed.key.toUpperCase() : pressed.key;
  const owner = (keys: string) => shortcuts.findLast((shortcut) => shortcut.keys === keys) ?? null;
  if (pressed.modified) return owner(`Mod+${key}`);
  if (pressed.typing) return null;
  const before = sequence.current;
  const follows = before !== null && pressed.at - before.at < SEQUENCE_MILLISECONDS;
  const match = (follows && owner(`${before.key} ${key}`)) || owner(key);
  sequence.current = match ? null : { key, at: pressed.at };
  return match;
}
