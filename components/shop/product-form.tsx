'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { PictureInput } from '@/components/ads/picture-input';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useRefusals } from '@/components/use-refusals';

import { type ProductFields, productRule } from './product-fields';

type ProductFormProps = {
  initial: ProductFields;
  submit: string;
  onSubmit: (fields: ProductFields) => Promise<void>;
};

/** What a product is. Keeps what was typed when it is refused, names the field and focuses it. */
export function ProductForm({ initial, submit, onSubmit }: ProductFormProps) {
  const t = useTranslations('products');
  const resolver = zodResolver(
    productRule((rule) => t(`rules.${rule}`)),
    undefined,
    { raw: true },
  );
  const form = useForm<ProductFields>({ defaultValues: initial, resolver });
  const { refuse, failure } = useRefusals(form, (name) =>
    isField(name) ? { field: name, message: t(`rules.${name}`) } : null,
  );
  const send = form.handleSubmit((fields) => onSubmit(fields).catch(refuse));
  return (
    <form onSubmit={send} noValidate className="flex max-w-xl flex-col gap-4">
      <Fields form={form} />
      {failure ? <ErrorState error={failure} compact /> : null}
      <div>
        <Button type="submit" variant="primary" busy={form.formState.isSubmitting}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

function Fields({ form }: { form: UseFormReturn<ProductFields> }) {
  const t = useTranslations('products');
  const { register, control, formState } = form;
  const { errors } = formState;
  return (
    <>
      <Field label={t('name')} error={errors.name?.message}>
        <Input {...register('name')} autoComplete="off" />
      </Field>
      <Field label={t('intro')} error={errors.intro?.message}>
        <Textarea {...register('intro')} rows={3} />
      </Field>
      <div className="flex gap-3 *:grow">
        <Field label={t('price')} hint={t('priceHint')} error={errors.price?.message}>
          <Input {...register('price')} inputMode="numeric" autoComplete="off" />
        </Field>
        <Field label={t('stock')} hint={t('stockHint')} error={errors.stock?.message}>
          <Input {...register('stock')} inputMode="numeric" autoComplete="off" />
        </Field>
      </div>
      <Controller
        control={control}
        name="imageUrl"
        render={({ field }) => (
          <PictureInput value={field.value} onChange={field.onChange} error={errors.imageUrl?.message} />
        )}
      />
    </>
  );
}

const FIELDS: readonly string[] = ['name', 'intro', 'price', 'stock', 'imageUrl'];
const isField = (name: string): name is keyof ProductFields => FIELDS.includes(name);
