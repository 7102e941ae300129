'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import type { AdForm } from './ad-form';
import { PictureField } from './picture-field';

/** Name, text and picture. */
export function AboutFields({ form }: { form: AdForm }) {
  const t = useTranslations('ads');
  const { register, formState } = form;
  return (
    <>
      <Field label={t('name')} error={formState.errors.name?.message}>
        <Input {...register('name')} autoComplete="off" />
      </Field>
      <Field label={t('text')} error={formState.errors.text?.message}>
        <Textarea {...register('text')} rows={3} />
      </Field>
      <PictureField form={form} />
    </>
  );
}
