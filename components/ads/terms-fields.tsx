'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { wholeOf } from './ad-fields';
import type { AdForm } from './ad-form';

/** What a participation earns, how many there may be, and what that costs at most. */
export function TermsFields({ form, used }: { form: AdForm; used: number }) {
  const t = useTranslations('ads');
  const { register, control, formState } = form;
  const [reward, places] = useWatch({ control, name: ['rewardPoints', 'places'] });
  const cost = wholeOf(reward) * wholeOf(places);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label={t('rewardPoints')}
        hint={cost > 0 ? t('budget', { points: cost }) : t('rewardHint')}
        error={formState.errors.rewardPoints?.message}
      >
        <Input inputMode="numeric" autoComplete="off" {...register('rewardPoints')} />
      </Field>
      <Field
        label={t('places')}
        hint={used > 0 ? t('placesUsedHint', { used }) : t('placesHint')}
        error={formState.errors.places?.message}
      >
        <Input inputMode="numeric" autoComplete="off" {...register('places')} />
      </Field>
    </div>
  );
}
