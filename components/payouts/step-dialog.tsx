'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useFormat } from '@/components/use-format';
import { useMonthName } from './use-month-name';
import { type PayoutStep, usePayoutStep } from './use-payout-step';

/** Says what a step does, and asks for the reason or the reference that it needs. What was typed stays when it is refused. */
export function StepDialog({ step, onClose }: { step: PayoutStep | null; onClose: () => void }) {
  return step ? <Asking key={`${step.verb} ${step.payout.id}`} step={step} onClose={onClose} /> : null;
}

function Asking({ step, onClose }: { step: PayoutStep; onClose: () => void }) {
  const t = useTranslations('payouts');
  const ui = useTranslations('ui');
  const format = useFormat();
  const monthName = useMonthName();
  const form = useId();
  const { verb, payout } = step;
  const asksReason = verb === 'hold' || verb === 'holdCreator';
  const [text, setText] = useState(verb === 'pay' ? (payout.file ?? '') : '');
  const [missing, setMissing] = useState(false);
  const take = usePayoutStep(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const needed = (asksReason || verb === 'pay') && text.trim() === '';
    setMissing(needed);
    if (!needed && !take.isPending) take.mutate({ ...step, text });
  };
  const facts = { name: payout.creator.name, month: monthName(payout.month), amount: format.won(payout.amount) };
  const typed = { value: text, onChange: (event: { target: { value: string } }) => setText(event.target.value) };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`verbs.${verb}`)}
      description={t(`what.${verb}`, facts)}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={take.isPending}>
            {t(`verbs.${verb}`)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
        {asksReason && (
          <Field label={t('reason')} hint={t('reasonHint')} error={missing ? t('reasonNeeded') : undefined}>
            <Textarea {...typed} maxLength={300} autoFocus />
          </Field>
        )}
        {verb === 'pay' && (
          <Field label={t('reference')} hint={t('referenceHint')} error={missing ? t('referenceNeeded') : undefined}>
            <Input {...typed} maxLength={100} autoFocus />
          </Field>
        )}
        {take.error && <ErrorState error={take.error} compact />}
      </form>
    </Dialog>
  );
}
