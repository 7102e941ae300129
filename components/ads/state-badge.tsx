'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { AdState } from '@/lib/ads/rules';

/** Where an ad stands, in a word. */
export function StateBadge({ state }: { state: AdState }) {
  const t = useTranslations('ads');
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}

const TONES: Record<AdState, Tone> = {
  scheduled: 'accent',
  live: 'good',
  paused: 'warn',
  'sold-out': 'neutral',
  ended: 'neutral',
};
