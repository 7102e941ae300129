'use client';

import { Slot } from 'radix-ui';
import { type ReactElement, useId } from 'react';
import { cx } from './cx';

type FieldProps = {
  label: string;
  hint?: string | undefined;
  /** What is wrong and how to mend it; announced when it appears. */
  error?: string | undefined;
  /** Says so beside the label: most fields are needed, so only the others are marked. */
  optional?: string | undefined;
  className?: string;
  /** The one control; it gets id, `aria-describedby` and `aria-invalid`. */
  children: ReactElement;
};

/** A control with its label, hint and error. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId();
  const describedBy = cx(hint && `${id}-hint`, error && `${id}-error`) || undefined;
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {optional && <span className="ml-1 font-normal text-muted">{optional}</span>}
      </label>
      <Slot.Root id={id} aria-describedby={describedBy} aria-invalid={error ? true : undefined}>
        {children}
      </Slot.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-muted">
          {hint}
        </p>
      )}
      <p id={`${id}-error`} aria-live="polite" className={cx('text-xs text-bad', !error && 'sr-only')}>
        {error}
      </p>
    </div>
  );
}
