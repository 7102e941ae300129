'use client';

import { useTranslations } from 'next-intl';
import { AlertDialog as Radix } from 'radix-ui';
import { type FormEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import { Button } from './button';
import { dialogClasses, overlayClasses } from './dialog';
import { ErrorState } from './error-state';
import { Field } from './field';
import { Input } from './input';
import { useReturnFocus } from './use-return-focus';

type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** What will happen, in figures, and whether it can be undone. */
  children: ReactNode;
  /** The verb itself, such as `Revoke key`. */
  confirm: string;
  onConfirm: () => void;
  busy?: boolean;
  /** The refusal of the last try; the dialog stays open and says it. */
  error?: unknown;
  /** For what is final: this has to be typed first. */
  typedName?: string;
  danger?: boolean;
};

/** Says what will happen and asks once. The caller closes it when the deed is done. */
export function ConfirmDialog({ open, onOpenChange, title, children, ...rest }: ConfirmDialogProps) {
  const typing = useRef<HTMLInputElement>(null);
  // Cancel has the focus first, unless something has to be typed anyway.
  const returnFocus = useReturnFocus();
  const focusTyping = (event: Event) => {
    returnFocus.onOpenAutoFocus();
    if (!typing.current) return;
    event.preventDefault();
    typing.current.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content {...returnFocus} onOpenAutoFocus={focusTyping} className={`${dialogClasses} max-w-md`}>
          <Radix.Title className="px-5 pt-4 text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="flex flex-col gap-2 overflow-y-auto px-5 pt-2 text-base text-muted">{children}</div>
          </Radix.Description>
          <Answer {...rest} typing={typing} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type AnswerProps = Pick<ConfirmDialogProps, 'confirm' | 'onConfirm' | 'busy' | 'error' | 'typedName' | 'danger'> & {
  typing: Ref<HTMLInputElement>;
};

function Answer({ confirm, onConfirm, busy = false, error, typedName, danger = true, typing }: AnswerProps) {
  const t = useTranslations('ui');
  const [typed, setTyped] = useState('');
  const ready = typedName === undefined || typed.trim() === typedName;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 px-5 py-4">
      {typedName !== undefined && (
        <Field label={t('typeToConfirm', { text: typedName })}>
          <Input
            ref={typing}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
      )}
      {error ? <ErrorState error={error} compact /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Radix.Cancel asChild>
          <Button>{t('cancel')}</Button>
        </Radix.Cancel>
        <Button type="submit" variant={danger ? 'danger' : 'primary'} disabled={!ready} busy={busy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
