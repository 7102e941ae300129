'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { useFieldArray } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import type { AdForm } from './ad-form';
import { ConditionRow } from './condition-row';

/** Who may join: every member, or those for whom all of these conditions hold. */
export function ConditionsField({ form }: { form: AdForm }) {
  const t = useTranslations('ads');
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'conditions' });
  const adding = useRef<HTMLButtonElement>(null);
  const wrong = form.formState.errors.conditions;
  const together = wrong?.root?.message ?? wrong?.message;
  const leave = (index: number) => {
    remove(index);
    adding.current?.focus();
  };
  const next = () =>
    append({ kind: fields.length === 0 ? 'first-time' : 'participations-at-least', count: '1', ad: null });
  return (
    <div className="flex flex-col gap-3">
      {fields.length === 0 && <p className="text-sm text-muted">{t('everyone')}</p>}
      {fields.map((field, index) => (
        <ConditionRow
          key={field.id}
          form={form}
          index={index}
          wrong={index === 0 && together !== undefined}
          onRemove={() => leave(index)}
        />
      ))}
      <p aria-live="polite" className="text-xs text-bad empty:sr-only">
        {together}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button ref={adding} size="small" icon={Plus} onClick={next} disabled={fields.length >= 10}>
          {t('addCondition')}
        </Button>
        {fields.length > 1 && <span className="text-sm text-muted">{t('allMustHold')}</span>}
      </div>
    </div>
  );
}
