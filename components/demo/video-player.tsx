'use client';

import { Pause, Play } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent } from 'react';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { formatClock } from '@/lib/kernel/format';
import type { DemoPlayer } from './demo-player';
import { usePlayer } from './use-player';

type VideoPlayerProps = {
  durationSeconds: number;
  disabled: boolean;
  onPlay: (player: DemoPlayer) => void;
  onAd: (positionSeconds: number) => void;
  /** Where the viewer goes on, in seconds. */
  resumeAt: () => Promise<number>;
};

/** Pretends to play: one view when it starts, one ad view at each ad slot. */
export function VideoPlayer(props: VideoPlayerProps) {
  const t = useTranslations('demo');
  const { durationSeconds, disabled, onAd } = props;
  const { position, playing, slots, toggle, goOnAt } = usePlayer(props);
  const goOn = useEffectEvent(() => void props.resumeAt().then(goOnAt));
  useEffect(() => {
    if (!disabled) goOn();
  }, [disabled]);
  const share = (seconds: number) => `${(seconds / durationSeconds) * 100}%`;
  return (
    <div className="flex flex-col gap-3">
      <div aria-hidden className="relative h-1.5 rounded bg-sunken">
        <div className="h-full rounded bg-views" style={{ width: share(position) }} />
        {slots.map((slot) => (
          <span
            key={slot}
            className={cx('absolute -top-0.5 h-2.5 w-0.5', slot <= position ? 'bg-ink' : 'bg-ad-views')}
            style={{ left: share(slot) }}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button icon={playing ? Pause : Play} disabled={disabled} onClick={toggle}>
          {playing ? t('pause') : t('play')}
        </Button>
        <span className="text-sm whitespace-nowrap tabular-nums">
          {formatClock(position)} / {formatClock(durationSeconds)}
        </span>
        <span className="text-xs text-muted">{t('speed')}</span>
      </div>
      <div className="flex flex-wrap gap-2">
        {slots.map((slot) => (
          <Button key={slot} size="small" disabled={disabled} onClick={() => onAd(slot)}>
            {t('adAt', { position: formatClock(slot) })}
          </Button>
        ))}
      </div>
    </div>
  );
}
