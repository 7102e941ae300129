'use client';

import { Gift } from 'lucide-react';
import { useState } from 'react';

/** The whole picture, whatever its shape; in its place a quiet sign when there is none or it does not come. */
export function AdPicture({ url }: { url: string | null }) {
  const [broken, setBroken] = useState<string | null>(null);
  // One that failed before the page was alive told nobody.
  const look = (image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0) setBroken(url);
  };
  return (
    <div className="flex aspect-video items-center justify-center overflow-hidden rounded-t bg-sunken">
      {url !== null && broken !== url ? (
        // The name beside it says what it is of.
        // biome-ignore lint/performance/noImgElement: the pictures were made to size and lie behind a CDN
        <img
          ref={look}
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setBroken(url)}
          className="size-full object-contain"
        />
      ) : (
        <Gift aria-hidden className="size-6 text-muted" />
      )}
    </div>
  );
}
