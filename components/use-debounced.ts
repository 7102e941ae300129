'use client';

import { useEffect, useState } from 'react';

/** The value as it was once it stopped changing for `milliseconds`, so that typing asks the server once. */
export function useDebounced<T>(value: T, milliseconds = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
