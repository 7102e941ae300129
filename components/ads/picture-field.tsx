'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { AdForm } from './ad-form';
import { PictureInput } from './picture-input';

/** A picture that is uploaded, or lies elsewhere. */
export function PictureField({ form }: { form: AdForm }) {
  const t = useTranslations('ads');
  const { register, setValue, control, formState } = form;
  const shown = useWatch({ control, name: 'imageUrl' }).trim();
  const change = (url: string) =>
    setValue('imageUrl', url, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  return (
    <div className="flex flex-col gap-3">
      <PictureInput value={shown} onChange={change} />
      <Field label={t('pictureAddress')} optional={t('optional')} error={formState.errors.imageUrl?.message}>
        <Input {...register('imageUrl')} inputMode="url" autoComplete="off" spellCheck={false} placeholder="https://" />
      </Field>
    </div>
  );
}
