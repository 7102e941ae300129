'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { AD_SLOT_SECONDS } from '@/lib/events/rules';
import { type DemoPlayer, demoPlayer } from './demo-player';

type Playback = {
  durationSeconds: number;
  onPlay: (player: DemoPlayer) => void;
  onAd: (positionSeconds: number) => void;
};

/** A minute of the video passes in a second. */
export const PLAYER_SPEED = 60;
const TICK_MILLISECONDS = 250;

/** A player without a video: its position moves, and each ad slot that it passes shows an ad. */
export function usePlayer({ durationSeconds, onPlay, onAd }: Playback) {
  const [position, setPosition] = useState(0);
  const [playing, setPlaying] = useState(false);
  const [player] = useState(demoPlayer);
  const slots = Array.from(
    { length: Math.floor(durationSeconds / AD_SLOT_SECONDS) },
    (_, i) => (i + 1) * AD_SLOT_SECONDS,
  );

  const moveOn = useEffectEvent(() => {
    const next = Math.min(position + (PLAYER_SPEED * TICK_MILLISECONDS) / 1000, durationSeconds);
    for (const slot of slots) if (slot > position && slot <= next) onAd(slot);
    setPosition(next);
    player.moveTo(next, durationSeconds);
    if (next === durationSeconds) setPlaying(false);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(moveOn, TICK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [playing]);

  const toggle = () => {
    if (!playing) {
      if (position === durationSeconds) setPosition(0);
      onPlay(player);
      player.play();
    } else player.pause();
    setPlaying(!playing);
  };
  /** Goes on where the viewer was, unless they began already. */
  const goOnAt = (seconds: number) => {
    if (!player.paused || player.currentTime > 0 || seconds >= durationSeconds) return;
    player.currentTime = seconds;
    setPosition(seconds);
  };
  return { position, playing, slots, toggle, goOnAt };
}
