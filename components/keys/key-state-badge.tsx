'use client';

import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { ApiKey } from '@/lib/accounts/schema';
import { type KeyState, keyStateOf } from './key-state';

const TONES: Record<KeyState, Tone> = { active: 'good', expired: 'warn', revoked: 'neutral' };

export function KeyStateBadge({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('keys');
  const state = keyStateOf(apiKey, new Date());
  return <Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>;
}
