'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Mail } from '@/lib/mail/schema';

/** Where a mail stands, in a word. */
export function MailState({ state }: { state: Mail['state'] }) {
  const t = useTranslations('outbox');
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}

const TONES: Record<Mail['state'], Tone> = { waiting: 'accent', sent: 'good', kept: 'neutral', failed: 'bad' };
