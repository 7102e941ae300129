'use client';

import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import type { Day } from '@/lib/kernel/day';
import { EXPIRIES, type KeyFields } from './key-fields';

/** When the key stops to open anything. */
export function ExpiryFields({ form, today }: { form: UseFormReturn<KeyFields>; today: Day }) {
  const t = useTranslations('keys');
  const { register, watch, setValue, formState } = form;
  const expiry = watch('expiry');
  const options = EXPIRIES.map((value) => ({ value, label: t(`expiries.${value}`) }));
  const check = (text: string) => form.getValues('expiry') !== 'date' || text >= today || t('expiresNeeded');
  return (
    <div className="grid grid-cols-2 items-start gap-3">
      <Field label={t('expires')} error={formState.errors.expiry?.message}>
        <Select options={options} value={expiry} onChange={(next) => setValue('expiry', next)} className="w-full" />
      </Field>
      {expiry === 'date' && (
        <Field label={t('expiresOn')} hint={t('expiresHint')} error={formState.errors.expiresOn?.message}>
          <Input type="date" min={today} {...register('expiresOn', { validate: check })} />
        </Field>
      )}
    </div>
  );
}
