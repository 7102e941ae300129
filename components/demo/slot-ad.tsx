'use client';

import { useTranslations } from 'next-intl';
import type { SlotAd as Ad } from '@/lib/streaming/ad-video-schema';

/** The ad video of a slot, played beside the video that only pretends to play. */
export function SlotAd({ ad, onEnd }: { ad: Ad; onEnd: () => void }) {
  const t = useTranslations('demo');
  return (
    <figure className="flex flex-wrap items-center gap-3 rounded bg-sunken p-2">
      <video
        key={ad.id}
        src={ad.url}
        autoPlay
        muted
        playsInline
        onEnded={onEnd}
        className="aspect-video w-40 rounded"
      />
      <figcaption className="text-sm">{t('adShown', { title: ad.title })}</figcaption>
    </figure>
  );
}
