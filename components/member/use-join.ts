'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v4 } from 'uuid';
import { joinAd } from '@/lib/ads/client';
import type { Problem } from '@/lib/http/client';

/**
 * Joins an ad, once however often it is pressed. A press has a key of its own that all its tries carry, so that one
 * whose answer was lost is answered as the first, and never a second one.
 */
export function useJoin(adId: number, memberId: string) {
  const key = useRef<string | null>(null);
  // Two presses in one moment are both before the screen learns of the first.
  const pressed = useRef(false);
  const [joinedAt, setJoinedAt] = useState<number | null>(null);
  const client = useQueryClient();
  const join = useMutation({
    mutationFn: joinAd,
    // Without a connection too: it says so at once, and the next try is the reader's.
    networkMode: 'always',
    retry: (failures, error) => failures < RETRIES && isUnanswered(error),
    retryDelay: (failures, error) => (error.retryAfterSeconds ?? 2 ** failures) * 1000,
    onSuccess: () => {
      setJoinedAt(Date.now());
      // Not waited for: that it worked is said at once, and what it changed follows.
      for (const queryKey of [['points', memberId], ['point-entries', memberId], ['ads', 'joined'], JOINABLE])
        void client.invalidateQueries({ queryKey });
    },
    onError: (error) => {
      pressed.current = false;
      if (isUnanswered(error)) return;
      key.current = null;
      void client.invalidateQueries({ queryKey: JOINABLE });
    },
  });
  const press = () => {
    if (pressed.current || join.isSuccess) return;
    pressed.current = true;
    key.current ??= v4();
    join.mutate({ adId, key: key.current });
  };
  return { ...join, joinedAt, press };
}

const RETRIES = 2;
const JOINABLE = ['ads', 'joinable'];

/** Nobody knows yet whether it was done: no answer, a busy server, a proxy between. */
const isUnanswered = ({ status }: Problem) => status === 0 || status === 429 || status >= 500;
