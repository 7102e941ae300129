'use client';

import { useTranslations } from 'next-intl';
import { Segmented } from '@/components/ui/segmented';
import { FORMS, type Form } from './search';

/** The chart or its table twin. */
export function FormSwitch({ value, onChange }: { value: Form; onChange: (form: Form) => void }) {
  const t = useTranslations('charts');
  const options = FORMS.map((form) => ({ value: form, label: t(form) }));
  return <Segmented label={t('form')} options={options} value={value} onChange={onChange} />;
}
