'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { askForRole, meQuery } from '@/lib/accounts/client';
import type { AskedRole } from '@/lib/accounts/schema';

/** Asks an admin for a role, with a word about why. What was typed stays when the request fails. */
export function AskRoleDialog({ role, onClose }: { role: AskedRole | null; onClose: () => void }) {
  const t = useTranslations('account');
  const ui = useTranslations('ui');
  const names = useTranslations('roles');
  const form = useId();
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: askForRole,
    onSuccess: async () => {
      await client.invalidateQueries(meQuery());
      toast.success(t('asked'));
      setNote('');
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (role && !ask.isPending) ask.mutate({ role, note });
  };
  return (
    <Dialog
      open={role !== null}
      onOpenChange={(open) => {
        if (open) return;
        ask.reset();
        onClose();
      }}
      title={role ? t('askFor', { role: names(`${role}.name`) }) : ''}
      description={t('askNote')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={ask.isPending}>
            {t('ask')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('why')} optional={ui('optional')} hint={t('whyHint')}>
          <Textarea value={note} onChange={(event) => setNote(event.target.value)} maxLength={500} />
        </Field>
        {ask.error && <ErrorState error={ask.error} compact />}
      </form>
    </Dialog>
  );
}
