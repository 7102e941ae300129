'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Job } from '@/lib/status/job-schema';

const TONES: Record<Job['state'], Tone> = { waiting: 'neutral', running: 'accent', failed: 'bad' };

export function JobState({ state }: Pick<Job, 'state'>) {
  const t = useTranslations('jobs');
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}
