'use client';

import { useState } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { Problem } from '@/lib/http/client';

type Said<F extends FieldValues> = { field: FieldPath<F>; message: string };

/**
 * Says a refusal of the server at the fields that it names and focuses the first; what names none is the `failure`.
 * `sayOf` finds the field and the words for a name of the API, or null when it is none of this form.
 */
export function useRefusals<F extends FieldValues>(
  { setError }: UseFormReturn<F>,
  sayOf: (name: string, problem: Problem) => Said<F> | null,
) {
  const [failure, setFailure] = useState<unknown>(null);
  const refuse = (error: unknown) => {
    const said =
      error instanceof Problem ? error.errors.flatMap(({ pointer }) => sayOf(pointer.slice(1), error) ?? []) : [];
    for (const [index, { field, message }] of said.entries())
      setError(field, { message }, { shouldFocus: index === 0 });
    setFailure(said.length === 0 ? error : null);
  };
  return { refuse, failure };
}
