'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * Keeps one entry of a cmdk list selected while answers come and go, so that Enter always means something.
 * cmdk itself selects the first entry only when the text changes, which is before the server has answered.
 */
export function useFirstSelected() {
  const list = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState('');
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const selectFirst = () => {
      const entries = [...element.querySelectorAll<HTMLElement>('[cmdk-item]')];
      setValue((now) =>
        entries.some((entry) => entry.dataset.value === now) ? now : (entries[0]?.dataset.value ?? ''),
      );
    };
    const observer = new MutationObserver(selectFirst);
    observer.observe(element, { childList: true, subtree: true });
    selectFirst();
    return () => observer.disconnect();
  }, []);
  return { list, command: { value, onValueChange: setValue } };
}
