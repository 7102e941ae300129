'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Controller, useForm } from 'react-hook-form';
import { Segmented } from '@/components/ui/segmented';
import { useFormat } from '@/components/use-format';
import { createKey } from '@/lib/accounts/client';
import type { KeyKind, MadeKey } from '@/lib/accounts/schema';
import type { Day } from '@/lib/kernel/day';
import { ExpiryFields } from './expiry-fields';
import { FormError } from './form-error';
import { NameField, OriginsField, RateFields } from './key-basics';
import { type KeyFields, NO_KEY, newKeyOf } from './key-fields';
import { ScopeChoices } from './scope-choices';
import { useFieldErrors } from './use-field-errors';

type NewKeyFormProps = { id: string; today: Day; onBusy: (busy: boolean) => void; onMade: (made: MadeKey) => void };

/** What a new key is for. What was typed stays when it is refused. */
export function NewKeyForm({ id, today, onBusy, onMade }: NewKeyFormProps) {
  const t = useTranslations('keys');
  const { zone } = useFormat();
  const form = useForm<KeyFields>({ defaultValues: NO_KEY });
  const showError = useFieldErrors(form);
  const create = useMutation({ mutationFn: createKey, onMutate: () => onBusy(true), onSettled: () => onBusy(false) });
  const kind = form.watch('kind');
  const kinds = (['secret', 'publishable'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  const choose = (next: KeyKind) => {
    form.setValue('kind', next);
    form.setValue('scopes', NO_KEY.scopes);
    form.clearErrors('scopes');
  };
  const submit = form.handleSubmit(async (fields) => {
    if (create.isPending) return;
    await create.mutateAsync(newKeyOf(fields, today, zone)).then(onMade, showError);
  });
  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <FormError message={form.formState.errors.root?.message} />
      <NameField form={form} />
      <div className="flex flex-col items-start gap-1">
        <Segmented label={t('kind')} options={kinds} value={kind} onChange={choose} />
        <p className="text-xs text-muted">{t(`kindNotes.${kind}`)}</p>
      </div>
      <Controller
        control={form.control}
        name="scopes"
        rules={{ validate: (scopes) => scopes.length > 0 || t('scopesNeeded') }}
        render={({ field, fieldState }) => (
          <ScopeChoices kind={kind} chosen={field.value} onChange={field.onChange} error={fieldState.error?.message} />
        )}
      />
      {kind === 'publishable' && <OriginsField form={form} />}
      <RateFields form={form} />
      <ExpiryFields form={form} today={today} />
    </form>
  );
}
