'use client';

import { useTranslations } from 'next-intl';
import type { UseFormReturn } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { type KeyFields, wrongOriginIn } from './key-fields';

type PartProps = { form: UseFormReturn<KeyFields> };

export function NameField({ form: { register, formState } }: PartProps) {
  const t = useTranslations('keys');
  return (
    <Field label={t('name')} hint={t('nameHint')} error={formState.errors.name?.message}>
      <Input
        {...register('name', { validate: (name) => name.trim() !== '' || t('nameNeeded') })}
        maxLength={100}
        autoComplete="off"
      />
    </Field>
  );
}

/** The sites whose pages may use a publishable key. */
export function OriginsField({ form: { register, formState } }: PartProps) {
  const t = useTranslations('keys');
  const ui = useTranslations('ui');
  const check = (text: string) => {
    const origin = wrongOriginIn(text);
    return origin === null || t('originsWrong', { origin });
  };
  return (
    <Field
      label={t('origins')}
      optional={ui('optional')}
      hint={t('originsHint')}
      error={formState.errors.origins?.message}
    >
      <Textarea
        {...register('origins', { validate: check })}
        spellCheck={false}
        autoCapitalize="off"
        className="font-mono"
      />
    </Field>
  );
}

export function RateFields({ form: { register, watch, formState } }: PartProps) {
  const t = useTranslations('keys');
  const whole = { pattern: { value: /^[1-9]\d*$/, message: t('wholeNumber') } };
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t('rate')}</legend>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('requestsPerSecond')} error={formState.errors.requestsPerSecond?.message}>
          <Input inputMode="numeric" autoComplete="off" {...register('requestsPerSecond', whole)} />
        </Field>
        <Field label={t('burst')} error={formState.errors.burst?.message}>
          <Input inputMode="numeric" autoComplete="off" {...register('burst', whole)} />
        </Field>
      </div>
      <p className="text-xs text-muted">{t(`rateNotes.${watch('kind')}`)}</p>
    </fieldset>
  );
}
