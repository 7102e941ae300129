'use client';

import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

export type Shortcut = {
  /** `R`, `?`, `Mod+K` (Ctrl, or Cmd on a Mac), or `G O`: one after the other. */
  keys: string;
  label: string;
  act: () => void;
};

/** The shortcuts of what is on the screen now, in the order in which they came. */
class ShortcutBook {
  private entries: readonly Shortcut[] = [];
  private readonly listeners = new Set<() => void>();

  list = () => this.entries;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  add(shortcut: Shortcut): () => void {
    this.change([...this.entries, shortcut]);
    return () => this.change(this.entries.filter((entry) => entry !== shortcut));
  }

  private change(entries: readonly Shortcut[]): void {
    this.entries = entries;
    for (const listener of this.listeners) listener();
  }
}

const BookContext = createContext<ShortcutBook | null>(null);

/** Listens for the keys of every shortcut below it. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [book] = useState(() => new ShortcutBook());
  const sequence = useRef<{ key: string; at: number } | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const match = press(book.list(), event, sequence);
      if (!match) return;
      event.preventDefault();
      match.act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [book]);
  return <BookContext value={book}>{children}</BookContext>;
}

/** Offers a shortcut as long as the component is there, and lists it under `?`. The newest owner of a key gets it. */
export function useShortcut(keys: string, label: string, act: () => void): void {
  const book = use(BookContext);
  const run = useEffectEvent(act);
  useEffect(() => book?.add({ keys, label, act: () => run() }), [book, keys, label]);
}

/** The shortcuts that work now. */
export function useShortcuts(): readonly Shortcut[] {
  const book = use(BookContext);
  return useSyncExternalStore(book?.subscribe ?? never, book?.list ?? none, none);
}

const NONE: readonly Shortcut[] = [];
const none = () => NONE;
const never = () => () => {};

const SEQUENCE_MILLISECONDS = 1000;

type Sequence = { current: { key: string; at: number } | null };

function press(shortcuts: readonly Shortcut[], event: KeyboardEvent, sequence: Sequence): Shortcut | undefined {
  if (event.defaultPrevented || event.repeat || event.altKey || event.isComposing) return;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const newestFirst = shortcuts.toReversed();
  if (event.metaKey || event.ctrlKey) return newestFirst.find((shortcut) => shortcut.keys === `Mod+${key}`);
  if (isTyping(event.target)) return;
  const before = sequence.current;
  const inTime = before !== null && event.timeStamp - before.at < SEQUENCE_MILLISECONDS;
  sequence.current = { key, at: event.timeStamp };
  const match =
    (inTime && newestFirst.find((shortcut) => shortcut.keys === `${before.key} ${key}`)) ||
    newestFirst.find((shortcut) => shortcut.keys === key);
  if (match) sequence.current = null;
  return match;
}

/** Letters belong to whoever is typing, and to an open dialog or menu. */
function isTyping(target: EventTarget | null): boolean {
  const busy =
    'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
  return target instanceof Element && target.closest(busy) !== null;
}
