'use client';

import { useTranslations } from 'next-intl';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { listAdvertisers } from '@/lib/ads/client';

type OwnerFieldProps = {
  value: ComboboxOption | null;
  onChange: (owner: ComboboxOption | null) => void;
  error: string | undefined;
};

/** For whom an admin registers an ad or an ad video; nobody is the house. */
export function OwnerField({ value, onChange, error }: OwnerFieldProps) {
  const t = useTranslations('ads');
  return (
    <Field label={t('owner')} optional={t('optional')} hint={t('ownerHint')} error={error}>
      <Combobox
        value={value}
        onChange={onChange}
        search={searchAdvertisers}
        searchKey="advertisers"
        placeholder={t('chooseOwner')}
        clearable
      />
    </Field>
  );
}

async function searchAdvertisers(text: string, signal: AbortSignal): Promise<ComboboxOption[]> {
  const { items } = await listAdvertisers(text, signal);
  return items.map(({ id, name, email }) => ({ value: String(id), label: name ?? email, note: email }));
}
