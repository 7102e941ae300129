'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import { useProblemText } from '@/components/use-problem-text';
import { Problem } from '@/lib/http/client';
import type { AdFields } from './ad-fields';

const FIELDS = {
  name: 'name',
  text: 'text',
  imageUrl: 'imageUrl',
  rewardPoints: 'rewardPoints',
  places: 'places',
  startsAt: 'startDay',
  endsAt: 'endDay',
  eligibility: 'conditions',
  ownerId: 'owner',
} as const;

type Named = keyof typeof FIELDS;

/** Says a refusal of the server at the fields it is about and focuses the first; what is about none is the `failure`. */
export function useRefusals(form: UseFormReturn<AdFields>) {
  const t = useTranslations('ads');
  const problemText = useProblemText();
  const fieldset = useRef<HTMLFormElement>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const focusWrong = () => {
    setFailure(null);
    // Once the page shows them.
    requestAnimationFrame(() => fieldset.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const refuse = (error: unknown) => {
    const named = error instanceof Problem ? error.errors.map(({ pointer }) => fieldAt(pointer)) : [];
    const known = named.flatMap((one) => one ?? []);
    for (const { name, path } of known) {
      const general = error instanceof Problem && error.code === 'platform/invalid';
      form.setError(path, { message: general ? t(`rules.${name}`) : problemText(error).title });
    }
    focusWrong();
    if (known.length === 0) setFailure(error);
  };
  return { fieldset, refuse, focusWrong, failure };
}

/** The field that a pointer such as `/eligibility/0/adId` is about, or null when it is none of this form. */
export function fieldAt(pointer: string): { name: Named; path: FieldPath<AdFields> } | null {
  const [, name = '', index, part] = pointer.split('/');
  if (!isNamed(name)) return null;
  const place = Number(index);
  if (name === 'eligibility' && Number.isInteger(place) && (part === 'adId' || part === 'count'))
    return { name, path: `conditions.${place}.${part === 'adId' ? 'ad' : 'count'}` };
  return { name, path: FIELDS[name] };
}

function isNamed(name: string): name is Named {
  return Object.hasOwn(FIELDS, name);
}
