'use client';

import { useQuery } from '@tanstack/react-query';
import { adQuery } from '@/lib/ads/client';

/** What an ad is called; undefined until that is known, and for an ad that the reader may not see. */
export function useAdName(id: number | null): string | undefined {
  return useQuery({ ...adQuery(id ?? 0), enabled: id !== null, retry: false }).data?.name;
}
