'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Where this very server is, such as `https://boxoffice.example`; empty until the page is alive. */
export function useOrigin(): string {
  return useSyncExternalStore(
    never,
    () => location.origin,
    () => '',
  );
}
