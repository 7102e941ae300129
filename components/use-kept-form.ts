'use client';

import { useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { keptCopy } from './kept-copy';

/** Keeps what is typed in this tab over reloads and errors, until it is sent; `name` tells whose and of what. */
export function useKeptForm<F extends FieldValues>(
  form: UseFormReturn<F>,
  name: string,
  fieldsOf: (kept: unknown) => F,
) {
  const [copy] = useState(() => keptCopy(name, fieldsOf));
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const before = copy.read();
    if (before) {
      form.reset(before, { keepDefaultValues: true });
      setRestored(true);
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => copy.write(values),
    });
  }, [form, copy]);
  const forget = () => {
    copy.forget();
    setRestored(false);
  };
  return { restored, forget };
}
