'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import type { Day } from '@/lib/kernel/day';
import { AboutFields } from './about-fields';
import type { AdFields } from './ad-fields';
import { AdPreview } from './ad-preview';
import { adRule } from './ad-rule';
import { ConditionsField } from './conditions-field';
import { OwnerField } from './owner-field';
import { PeriodFields } from './period-fields';
import { TermsFields } from './terms-fields';
import { useRefusals } from './use-refusals';

export type AdForm = UseFormReturn<AdFields>;

type AdFormProps = {
  form: AdForm;
  today: Day;
  /** How many have joined already; the places may not go below. */
  used: number;
  /** An admin registers for somebody. */
  asksOwner: boolean;
  submit: string;
  /** What became of what is typed, beside the button. */
  status: ReactNode;
  onSubmit: (fields: AdFields) => Promise<void>;
};

/** The state of the form of an ad, held by the screen so that it can keep what is typed. */
export function useAdForm(initial: AdFields, used: number): AdForm {
  const t = useTranslations('ads');
  return useForm<AdFields>({
    defaultValues: initial,
    resolver: zodResolver(adRule(t, used), undefined, { raw: true }),
    // The first wrong field as it stands on the page gets the focus, whatever kind of control it is.
    shouldFocusError: false,
  });
}

/** What an ad is, with a live look at it as a member will see it. Keeps what was typed when it is refused. */
export function AdForm({ form, today, used, asksOwner, submit, status, onSubmit }: AdFormProps) {
  const t = useTranslations('ads');
  const { fieldset, refuse, focusWrong, failure } = useRefusals(form);
  const send = form.handleSubmit(async (fields) => {
    try {
      await onSubmit(fields);
    } catch (error) {
      refuse(error);
    }
  }, focusWrong);
  // Enter in a field is a press of the button, which is busy then.
  const sendOnce = (event: FormEvent) => (form.formState.isSubmitting ? event.preventDefault() : void send(event));
  return (
    <form ref={fieldset} onSubmit={sendOnce} noValidate className="flex flex-wrap items-start gap-x-12 gap-y-6">
      <div className="flex min-w-0 grow basis-96 flex-col gap-8 lg:max-w-2xl">
        <Section title={t('what')}>
          <AboutFields form={form} />
        </Section>
        <Section title={t('terms')}>
          <TermsFields form={form} used={used} />
        </Section>
        <Section title={t('when')}>
          <PeriodFields form={form} today={today} />
        </Section>
        <Section title={t('who')}>
          <ConditionsField form={form} />
        </Section>
        {asksOwner && (
          <Section title={t('ownerPart')}>
            <Controller
              control={form.control}
              name="owner"
              render={({ field, fieldState }) => <OwnerField {...field} error={fieldState.error?.message} />}
            />
          </Section>
        )}
        {failure ? <ErrorState error={failure} compact /> : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t pt-4">
          <Button type="submit" variant="primary" busy={form.formState.isSubmitting}>
            {submit}
          </Button>
          {status}
        </div>
      </div>
      <AdPreview form={form} />
    </form>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="mb-3 text-base font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}
