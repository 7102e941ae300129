'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Run } from '@/lib/events/schema';

const TONES: Record<Run['state'], Tone> = { running: 'accent', succeeded: 'good', failed: 'bad' };

export function RunState({ run }: { run: Run }) {
  const t = useTranslations('runs');
  return <Badge tone={TONES[run.state]}>{t(`states.${run.state}`)}</Badge>;
}
