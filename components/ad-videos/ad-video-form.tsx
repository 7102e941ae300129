'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { OwnerField } from '@/components/ads/owner-field';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { useRefusals } from '@/components/use-refusals';
import { type AdVideoFields, adVideoRule } from './ad-video-fields';
import { VideoField } from './video-field';

export type AdVideoForm = UseFormReturn<AdVideoFields>;

/** The state of the form, held by the screen so that it can keep what is typed. */
export function useAdVideoForm(initial: AdVideoFields): AdVideoForm {
  const t = useTranslations('streaming.ads');
  return useForm<AdVideoFields>({
    defaultValues: initial,
    resolver: zodResolver(adVideoRule(t), undefined, { raw: true }),
  });
}

type AdVideoFormProps = {
  form: AdVideoForm;
  isNew: boolean;
  /** An admin registers for somebody. */
  asksOwner: boolean;
  submit: string;
  status: ReactNode;
  onSubmit: (fields: AdVideoFields) => Promise<void>;
};

/** The names of the API: which field each is, and which text says what is wrong with it. */
const REFUSED: Record<string, { field: keyof AdVideoFields; wrong: 'title' | 'url' | 'seconds' | 'owner' }> = {
  title: { field: 'title', wrong: 'title' },
  url: { field: 'url', wrong: 'url' },
  durationSeconds: { field: 'durationSeconds', wrong: 'seconds' },
  ownerId: { field: 'owner', wrong: 'owner' },
};

/** What an ad video is, played while it is registered. Keeps what was typed when it is refused. */
export function AdVideoForm({ form, isNew, asksOwner, submit, status, onSubmit }: AdVideoFormProps) {
  const t = useTranslations('streaming.ads');
  const { refuse, failure } = useRefusals(form, (name) => {
    const known = REFUSED[name];
    return known ? { field: known.field, message: t(`wrong.${known.wrong}`) } : null;
  });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit((fields) => onSubmit(fields).catch(refuse));
  const sendOnce = (event: FormEvent) => (isSubmitting ? event.preventDefault() : void send(event));
  return (
    <form onSubmit={sendOnce} noValidate className="flex max-w-2xl flex-col gap-6">
      <Field label={t('name')} error={errors.title?.message}>
        <Input {...form.register('title')} autoComplete="off" />
      </Field>
      <VideoField form={form} />
      <Field label={t('seconds')} hint={t('secondsHint')} error={errors.durationSeconds?.message} className="max-w-48">
        <Input {...form.register('durationSeconds')} inputMode="numeric" autoComplete="off" />
      </Field>
      {asksOwner && (
        <Controller
          control={form.control}
          name="owner"
          render={({ field }) => <OwnerField {...field} error={errors.owner?.message} />}
        />
      )}
      <Controller
        control={form.control}
        name="active"
        render={({ field }) => (
          <Switch label={t(isNew ? 'activeLabel' : 'active')} checked={field.value} onChange={field.onChange} />
        )}
      />
      {failure ? <ErrorState error={failure} compact /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={isSubmitting}>
          {submit}
        </Button>
        {status}
      </div>
    </form>
  );
}
