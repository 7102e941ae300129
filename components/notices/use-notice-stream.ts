'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { NOTICE_STREAM } from '@/lib/notices/client';

/** What a notice may have changed, beside the notices themselves. */
const ABOUT = ['notices', 'points', 'point-entries', 'coupons', 'orders'];

/**
 * Hears of new notices while the page is in sight, and asks again for what they are about. A server that keeps no
 * stream open says so, and the bell is then asked for now and then.
 */
export function useNoticeStream(memberId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let stream: EventSource | null = null;
    const told = () => {
      for (const name of ABOUT) void client.invalidateQueries({ queryKey: [name, memberId] });
      void client.invalidateQueries({ queryKey: ['orders', 'of', memberId] });
    };
    const turn = () => {
      stream?.close();
      stream = null;
      if (document.visibilityState !== 'visible') return;
      stream = new EventSource(NOTICE_STREAM);
      stream.addEventListener('notice', told);
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
      document.removeEventListener('visibilitychange', turn);
      stream?.close();
    };
  }, [client, memberId]);
}
