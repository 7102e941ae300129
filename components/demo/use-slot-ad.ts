'use client';

import { useState } from 'react';
import { fetchJson } from '@/lib/http/client';
import type { SlotAd } from '@/lib/streaming/ad-video-schema';

/** Asks which ad video belongs into a slot, as a platform's player does; null where there is none or no network. */
export function useSlotAd(contentId: number, apiKey: string, offline: boolean) {
  const [shown, setShown] = useState<SlotAd | null>(null);
  const ask = async (positionSeconds: number): Promise<SlotAd | null> => {
    if (offline) return null;
    const query = { position: positionSeconds, key: apiKey };
    const ad = await fetchJson<SlotAd>(`/api/v1/videos/${contentId}/ads`, { query }).catch(() => null);
    if (ad) setShown(ad);
    return ad;
  };
  return { shown, ask, close: () => setShown(null) };
}
