'use client';

import { useRef } from 'react';

/**
 * Gives the focus back to where it was when a dialog that has no trigger of its own closes.
 * Opened from a menu, that is the button of the menu, because the entry itself is gone by then.
 */
export function useReturnFocus() {
  const before = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      const active = document.activeElement;
      const menu = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
      before.current = menu ? document.getElementById(menu) : active instanceof HTMLElement ? active : null;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      before.current?.focus();
    },
  };
}
