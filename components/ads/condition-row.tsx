'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Controller, useController, useWatch } from 'react-hook-form';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { listAds } from '@/lib/ads/client';
import { CONDITION_KINDS } from '@/lib/ads/rules';
import type { AdForm } from './ad-form';
import { useAdName } from './use-ad-name';

type ConditionRowProps = {
  form: AdForm;
  index: number;
  /** The conditions do not go together; the first of them gets the focus. */
  wrong: boolean;
  onRemove: () => void;
};

/** One condition: its kind, and whatever that kind asks for. A new kind whose parts are known ones needs no change here. */
export function ConditionRow({ form, index, wrong, onRemove }: ConditionRowProps) {
  const t = useTranslations('ads');
  const kind = useWatch({ control: form.control, name: `conditions.${index}.kind` });
  const parts = CONDITION_KINDS.find((candidate) => candidate.kind === kind)?.parts ?? [];
  const options = CONDITION_KINDS.map((one) => ({ value: one.kind, label: t(`conditions.${one.kind}`) }));
  return (
    <fieldset className="relative grid items-start gap-2 rounded border p-3 pr-12 sm:grid-cols-2">
      <legend className="sr-only">{t('condition', { number: index + 1 })}</legend>
      <Controller
        control={form.control}
        name={`conditions.${index}.kind`}
        render={({ field }) => (
          <Select
            aria-label={t('conditionKind', { number: index + 1 })}
            aria-invalid={wrong}
            options={options}
            value={field.value}
            onChange={field.onChange}
            className="w-full"
          />
        )}
      />
      {parts.includes('count') && <CountPart form={form} index={index} />}
      {parts.includes('adId') && <AdPart form={form} index={index} />}
      <IconButton
        icon={X}
        label={t('removeCondition', { number: index + 1 })}
        onClick={onRemove}
        className="absolute top-3 right-2"
      />
    </fieldset>
  );
}

type PartProps = { form: AdForm; index: number };

function CountPart({ form, index }: PartProps) {
  const t = useTranslations('ads');
  const error = form.formState.errors.conditions?.[index]?.count?.message;
  return (
    <Field label={t('parts.count')} error={error} className={BESIDE}>
      <Input inputMode="numeric" autoComplete="off" {...form.register(`conditions.${index}.count`)} />
    </Field>
  );
}

function AdPart({ form, index }: PartProps) {
  const t = useTranslations('ads');
  const error = form.formState.errors.conditions?.[index]?.ad?.message;
  const { field } = useController({ control: form.control, name: `conditions.${index}.ad` });
  const name = useAdName(field.value && Number(field.value.value));
  return (
    <Field label={t('parts.adId')} error={error} className={BESIDE}>
      <Combobox
        value={field.value && { ...field.value, label: name ?? field.value.label }}
        onChange={field.onChange}
        search={searchAds}
        searchKey="ads"
        placeholder={t('chooseAd')}
      />
    </Field>
  );
}

// The label is read aloud; in sight the kind beside it says it already.
const BESIDE = '[&>label]:sr-only';

async function searchAds(text: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { items } = await listAds({ search: text, limit: 20 }, signal);
  return items.map(({ id, name }) => ({ value: String(id), label: name, note: `#${id}` }));
}
