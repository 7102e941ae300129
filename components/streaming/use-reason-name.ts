'use client';

import { useMessages } from 'next-intl';

/** Why views were not counted, in the reader's words. */
export function useReasonName(): (reason: string) => string {
  const names: Record<string, string> = useMessages().streaming.reasons;
  return (reason) => names[reason] ?? reason;
}
