'use client';

import { useFormat } from '@/components/use-format';

/** The business time zone as it is called now, such as `GMT+9`; said once a page. */
export function useZoneName(): string {
  return useFormat().zoneName(new Date());
}
