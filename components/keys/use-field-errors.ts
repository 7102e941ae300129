'use client';

import type { UseFormReturn } from 'react-hook-form';
import { useProblemText } from '@/components/use-problem-text';
import { Problem } from '@/lib/http/client';
import type { KeyFields } from './key-fields';

const FIELDS: Record<string, keyof KeyFields> = {
  name: 'name',
  scopes: 'scopes',
  allowedOrigins: 'origins',
  requestsPerSecond: 'requestsPerSecond',
  burst: 'burst',
  expiresAt: 'expiry',
};

/** Says a refusal at the field it is about, and focuses that; or above the form when it is about none. */
export function useFieldErrors(form: UseFormReturn<KeyFields>): (error: unknown) => void {
  const problemText = useProblemText();
  return (error) => {
    const { title, detail } = problemText(error);
    const named = (error instanceof Problem ? error.errors : []).flatMap(
      ({ pointer }) => FIELDS[pointer.split('/')[1] ?? ''] ?? [],
    );
    for (const [index, field] of named.entries())
      form.setError(field, { message: `${title}. ${detail}` }, { shouldFocus: index === 0 });
    if (named.length === 0) form.setError('root', { message: `${title}. ${detail}` });
  };
}
