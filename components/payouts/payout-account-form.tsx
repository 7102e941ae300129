'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { Problem } from '@/lib/http/client';
import { BANKS, isBusinessNumber, type PayoutAccount, type PayoutAccountPut } from '@/lib/settlement/account-schema';

type Fields = {
  bank: string;
  number: string;
  holder: string;
  payee: 'individual' | 'business';
  businessNumber: string;
};
type Wanted = z.input<typeof PayoutAccountPut>;

type PayoutAccountFormProps = {
  id: string;
  account: PayoutAccount | null;
  error: unknown;
  onSend: (wanted: Wanted) => void;
};

/** The fields of a payout account, looked at before they are sent as the server does. */
export function PayoutAccountForm({ id, account, error, onSend }: PayoutAccountFormProps) {
  const t = useTranslations('payoutAccount');
  const form = useForm<Fields>({ defaultValues: fieldsOf(account) });
  const { errors } = form.formState;
  const isBusiness = form.watch('payee') === 'business';
  usePointedErrors(form, error);
  const send = form.handleSubmit(({ businessNumber, ...fields }) =>
    onSend({ ...fields, ...(fields.payee === 'business' && { businessNumber }) }),
  );
  return (
    <form id={id} onSubmit={send} noValidate className="flex flex-col gap-3">
      <Controller
        control={form.control}
        name="bank"
        rules={{ required: t('bankNeeded') }}
        render={({ field }) => (
          <Field label={t('bank')} error={errors.bank?.message}>
            <BankSelect value={field.value} onChange={field.onChange} />
          </Field>
        )}
      />
      <Field label={t('number')} hint={t('numberHint')} error={errors.number?.message}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          placeholder={account ? `···${account.last4}` : undefined}
          {...form.register('number', { validate: (text) => /^\d{8,16}$/.test(digitsOf(text)) || t('numberWrong') })}
        />
      </Field>
      <Field label={t('holder')} error={errors.holder?.message}>
        <Input
          maxLength={50}
          {...form.register('holder', { validate: (text) => text.trim() !== '' || t('holderNeeded') })}
        />
      </Field>
      <Controller
        control={form.control}
        name="payee"
        render={({ field }) => <PayeeChoice value={field.value} onChange={field.onChange} />}
      />
      {isBusiness && (
        <Field label={t('businessNumber')} error={errors.businessNumber?.message}>
          <Input
            inputMode="numeric"
            placeholder="000-00-00000"
            {...form.register('businessNumber', {
              validate: (text) => isBusinessNumber(digitsOf(text)) || t('businessNumberWrong'),
            })}
          />
        </Field>
      )}
      {error && pointed(error).length === 0 ? <ErrorState error={error} compact /> : null}
    </form>
  );
}

const digitsOf = (text: string) => text.replace(/[\s-]/g, '');

function fieldsOf(account: PayoutAccount | null): Fields {
  const { bank = '', holder = '', payee = 'individual', businessNumber = null } = account ?? {};
  return { bank, number: '', holder, payee, businessNumber: businessNumber ?? '' };
}

/** Props of the field come through: its id and what describes it. */
function BankSelect({ value, onChange, ...field }: { value: string; onChange: (bank: string) => void }) {
  const t = useTranslations('payoutAccount');
  const locale = useLocale();
  const options = Object.entries(BANKS).map(([code, name]) => ({
    value: code,
    label: locale === 'ko' ? name.ko : name.en,
  }));
  return (
    <Select
      options={options}
      value={value || undefined}
      onChange={onChange}
      placeholder={t('chooseBank')}
      className="w-full"
      {...field}
    />
  );
}

function PayeeChoice({ value, onChange }: { value: Fields['payee']; onChange: (payee: Fields['payee']) => void }) {
  const t = useTranslations('payoutAccount');
  const options = (['individual', 'business'] as const).map((payee) => ({ value: payee, label: t(payee) }));
  return (
    <div className="flex flex-col items-start gap-1">
      <Segmented label={t('payee')} options={options} value={value} onChange={onChange} />
      <p className="text-xs text-muted">{t(`payeeNotes.${value}`)}</p>
    </div>
  );
}

const pointed = (error: unknown) => (error instanceof Problem ? error.errors : []);

/** What the server finds wrong is said at its field, and the first of them has the focus. */
function usePointedErrors(form: ReturnType<typeof useForm<Fields>>, error: unknown): void {
  const { setError } = form;
  useEffect(() => {
    const names = ['bank', 'number', 'holder', 'payee', 'businessNumber'] as const;
    pointed(error).forEach(({ pointer, message }, index) => {
      const name = names.find((known) => pointer === `/${known}`);
      if (name) setError(name, { message }, { shouldFocus: index === 0 });
    });
  }, [error, setError]);
}
