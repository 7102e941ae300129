'use client';

import { useTranslations } from 'next-intl';
import type { Ad } from '@/lib/ads/schema';
import { useAdName } from './use-ad-name';

/** A condition in words; an ad that the reader may not see goes by its number. */
export function ConditionText({ condition }: { condition: Ad['eligibility'][number] }) {
  const t = useTranslations('ads');
  const adId = 'adId' in condition ? condition.adId : null;
  const name = useAdName(adId);
  const count = 'count' in condition ? condition.count : 0;
  return t(`conditionTexts.${condition.kind}`, { count, ad: name ?? t('adNumber', { id: adId ?? 0 }) });
}
