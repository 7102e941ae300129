'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';

type VideoPreviewProps = {
  /** Null when there is nothing to play yet. */
  url: string | null;
  /** Told the length in whole seconds, once it is known. */
  onMeasured?: (seconds: number) => void;
};

/** The ad video itself, to be played. */
export function VideoPreview({ url, onMeasured }: VideoPreviewProps) {
  const t = useTranslations('streaming.ads');
  const [broken, setBroken] = useState<string | null>(null);
  if (url === null) {
    return (
      <p className="flex aspect-video max-w-md items-center justify-center rounded border border-dashed border-edge px-6 text-center text-sm text-muted">
        {t('noPreview')}
      </p>
    );
  }
  return (
    <div className="max-w-md">
      {/* biome-ignore lint/a11y/useMediaCaption: an advertiser looks at their own file, of which there is no transcript */}
      <video
        key={url}
        src={url}
        controls
        playsInline
        preload="metadata"
        aria-label={t('preview')}
        className="aspect-video w-full rounded bg-sunken"
        onError={() => setBroken(url)}
        onLoadedMetadata={({ currentTarget }) => {
          // A recording may not know its own length.
          if (Number.isFinite(currentTarget.duration)) onMeasured?.(Math.max(1, Math.round(currentTarget.duration)));
        }}
      />
      <p role="status" className="mt-1 text-xs text-bad empty:hidden">
        {broken === url && t('unplayable')}
      </p>
    </div>
  );
}
