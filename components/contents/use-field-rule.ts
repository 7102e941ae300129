'use client';

import { useMessages, useTranslations } from 'next-intl';

/** The rule of a field, as the API names it, in the reader's words; that of a whole line for a name without one. */
export function useFieldRule(): (field: string) => string {
  const t = useTranslations('contents');
  const rules = useMessages().contents.rules;
  const isField = (field: string): field is keyof typeof rules => field in rules;
  return (field) => t(`rules.${isField(field) ? field : 'line'}`);
}
