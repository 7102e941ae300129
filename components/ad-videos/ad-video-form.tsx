'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { type UseFormReturn, useController, useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { listAdvertisers } from '@/lib/ads/client';
import { Problem } from '@/lib/http/client';
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

/** What an ad video is, played while it is registered. Keeps what was typed when it is refused. */
export function AdVideoForm({ form, isNew, asksOwner, submit, status, onSubmit }: AdVideoFormProps) {
  const t = useTranslations('streaming.ads');
  const { refuse, failure } = useRefusals(form);
  const { errors, isSubmitting } = form.formState;
  const active = useController({ control: form.control, name: 'active' });
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
      {asksOwner && <OwnerField form={form} />}
      <Switch
        label={t(isNew ? 'activeLabel' : 'active')}
        checked={active.field.value}
        onChange={active.field.onChange}
      />
      {failure !== null && <ErrorState error={failure} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" busy={isSubmitting}>
          {submit}
        </Button>
        {status}
      </div>
    </form>
  );
}

function OwnerField({ form }: { form: AdVideoForm }) {
  const t = useTranslations('streaming.ads');
  const { field } = useController({ control: form.control, name: 'owner' });
  const search = async (text: string, signal: AbortSignal) => {
    const { items } = await listAdvertisers(text, signal);
    return items.map(({ id, name, email }) => ({ value: String(id), label: name ?? email, note: email }));
  };
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
        search={search}
        searchKey="advertisers"
        placeholder={t('chooseOwner')}
        clearable
      />
    </Field>
  );
}

const FIELDS = { title: 'title', url: 'url', durationSeconds: 'seconds', ownerId: 'owner' } as const;

/** Says a refusal of the server at the field it is about; what is about none is the `failure`. */
function useRefusals(form: AdVideoForm) {
  const t = useTranslations('streaming.ads');
  const [failure, setFailure] = useState<unknown>(null);
  const refuse = (error: unknown) => {
    setFailure(null);
    const names = error instanceof Problem ? error.errors.map(({ pointer }) => pointer.slice(1)) : [];
    const known = names.filter((name): name is keyof typeof FIELDS => Object.hasOwn(FIELDS, name));
    for (const name of known)
      form.setError(
        name === 'ownerId' ? 'owner' : name,
        { message: t(`wrong.${FIELDS[name]}`) },
        { shouldFocus: true },
      );
    if (known.length === 0) setFailure(error);
  };
  return { refuse, failure };
}
