'use client';

import { useEffect, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type AdVideoFields, fieldsOfCopy } from './ad-video-fields';

/** Keeps what is typed in this tab over reloads and errors, until it is sent; `name` tells whose and of what. */
export function useKeptForm(form: UseFormReturn<AdVideoFields>, name: string) {
  const key = `boxoffice ad video ${name}`;
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const before = read(key);
    if (before) {
      form.reset(before, { keepDefaultValues: true });
      setRestored(true);
    }
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => quietly(() => sessionStorage.setItem(key, JSON.stringify(values))),
    });
  }, [form, key]);
  const forget = () => {
    quietly(() => sessionStorage.removeItem(key));
    setRestored(false);
  };
  return { restored, forget };
}

function read(key: string): AdVideoFields | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : fieldsOfCopy(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A browser without storage still has the form itself. */
function quietly(act: () => void): void {
  try {
    act();
  } catch {}
}
