'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { changeKey, keysQuery } from '@/lib/accounts/client';
import type { ApiKey } from '@/lib/accounts/schema';
import { FormError } from './form-error';
import { NameField, OriginsField, RateFields } from './key-basics';
import { changeOf, fieldsOf, type KeyFields } from './key-fields';
import { useFieldErrors } from './use-field-errors';

/** Name, origins and rate of a key; never its scopes. */
export function EditKeyDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('keys');
  const ui = useTranslations('ui');
  const id = useId();
  const form = useForm<KeyFields>({ defaultValues: fieldsOf(apiKey) });
  const showError = useFieldErrors(form);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (fields: KeyFields) => changeKey(apiKey.id, changeOf(fields)),
    onSuccess: async () => {
      await client.invalidateQueries(keysQuery());
      toast.success(t('saved'));
      onClose();
    },
    onError: showError,
  });
  const submit = form.handleSubmit((fields) => change.isPending || change.mutate(fields));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('editTitle')}
      description={t('editNote')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" form={id} variant="primary" busy={change.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FormError message={form.formState.errors.root?.message} />
        <NameField form={form} />
        {apiKey.kind === 'publishable' && <OriginsField form={form} />}
        <RateFields form={form} />
      </form>
    </Dialog>
  );
}
