'use client';

import { useTranslations } from 'next-intl';
import { useController } from 'react-hook-form';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { listAdvertisers } from '@/lib/ads/client';
import type { AdForm } from './ad-form';

/** For whom an admin registers the ad; nobody is the house. */
export function OwnerField({ form }: { form: AdForm }) {
  const t = useTranslations('ads');
  const { field } = useController({ control: form.control, name: 'owner' });
  return (
    <Field
      label={t('owner')}
      optional={t('optional')}
      hint={t('ownerHint')}
      error={form.formState.errors.owner?.message}
    >
      <Combobox
        value={field.value}
        onChange={field.onChange}
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
