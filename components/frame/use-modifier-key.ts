'use client';

import { useSyncExternalStore } from 'react';

/** What the key of commands is called on this machine: ⌘ on Apple's, Ctrl elsewhere. */
export function useModifierKey(): '⌘' | 'Ctrl' {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'),
    () => 'Ctrl',
  );
}

const never = () => () => {};
