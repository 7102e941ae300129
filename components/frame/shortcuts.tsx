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
import { matchShortcut, type Sequence, type Shortcut } from './match-shortcut';

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
  const sequence = useRef<Sequence['current']>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const match = shortcutOf(book.list(), event, sequence);
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

function shortcutOf(shortcuts: readonly Shortcut[], event: KeyboardEvent, sequence: Sequence): Shortcut | null {
  if (event.defaultPrevented || event.repeat || event.altKey || event.isComposing) return null;
  const modified = event.metaKey || event.ctrlKey;
  const pressed = { key: event.key, at: event.timeStamp, modified, typing: isTyping(event.target) };
  return matchShortcut(shortcuts, pressed, sequence);
}

/** Letters belong to whoever is typing, and to an open dialog or menu. */
function isTyping(target: EventTarget | null): boolean {
  const busy =
    'input, textarea, select, [contenteditable], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
  return target instanceof Element && target.closest(busy) !== null;
}
