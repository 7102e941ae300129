'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** Whether an ad video is shown in slots. */
export function ActiveBadge({ active }: { active: boolean }) {
  const t = useTranslations('streaming.ads');
  return <Badge tone={active ? 'good' : 'neutral'}>{t(active ? 'active' : 'inactive')}</Badge>;
}
