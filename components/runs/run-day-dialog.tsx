'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useProblemText } from '@/components/use-problem-text';
import { queueRun } from '@/lib/events/client';
import { addDays, type Day, parseDay } from '@/lib/kernel/day';

type RunDayDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  today: Day;
  onQueued: (day: Day) => void;
};

/** Chooses a past day to be judged and summed again. */
export function RunDayDialog({ open, onOpenChange, today, onQueued }: RunDayDialogProps) {
  const t = useTranslations('runs');
  const ui = useTranslations('ui');
  const problemText = useProblemText();
  const form = useId();
  const yesterday = addDays(today, -1);
  const [text, setText] = useState<string>(yesterday);
  const day = parseDay(text);
  const client = useQueryClient();
  const queue = useMutation({
    mutationFn: queueRun,
    onSuccess: async (_, { day: queued }) => {
      onQueued(parseDay(queued) ?? yesterday);
      await client.invalidateQueries({ queryKey: ['runs'] });
    },
  });
  const possible = day !== null && day <= yesterday;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (possible && !queue.isPending) queue.mutate({ day });
  };
  const refusal = queue.error ? problemText(queue.error) : null;
  const error = refusal ? `${refusal.title}. ${refusal.detail}` : possible ? undefined : t('dayNeeded');
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        queue.reset();
        onOpenChange(next);
      }}
      title={t('runDay')}
      description={t('dialogNote')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{ui('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" busy={queue.isPending}>
            {t('run')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <Field label={t('day')} hint={t('dayHint')} error={error}>
          <Input
            type="date"
            max={yesterday}
            value={text}
            onChange={(event) => {
              queue.reset();
              setText(event.target.value);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
