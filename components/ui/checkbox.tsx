'use client';

import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import { cx } from './cx';

type CheckboxProps = {
  checked: boolean | 'indeterminate';
  onChange: (checked: boolean) => void;
  label: ReactNode;
  note?: ReactNode;
  disabled?: boolean;
  className?: string;
};

/** A yes or no that is sent with the rest of a form; the label is part of what can be pressed. */
export function Checkbox({ checked, onChange, label, note, disabled = false, className }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx('flex items-start gap-2', className)}>
      <Radix.Root
        id={id}
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next === true)}
        aria-describedby={note ? `${id}-note` : undefined}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-[3px] border border-edge bg-surface disabled:opacity-50 data-[state=checked]:border-ink data-[state=checked]:bg-ink data-[state=indeterminate]:border-ink data-[state=indeterminate]:bg-ink"
      >
        <Radix.Indicator className="text-on-ink">
          {checked === 'indeterminate' ? (
            <Minus aria-hidden className="size-3" />
          ) : (
            <Check aria-hidden className="size-3" />
          )}
        </Radix.Indicator>
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={id} className={cx('block text-base', disabled && 'text-muted')}>
          {label}
        </label>
        {note && (
          <p id={`${id}-note`} className="text-xs text-muted">
            {note}
          </p>
        )}
      </div>
    </div>
  );
}
