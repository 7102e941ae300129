'use client';

import { useMessages, useTranslations } from 'next-intl';

/** The name of a column of examples; one that is new keeps the server's. */
export function useFieldName(): (column: string) => string {
  const t = useTranslations('integrity.fields');
  const known = useMessages().integrity.fields;
  const isKnown = (column: string): column is keyof typeof known => column in known;
  return (column) => (isKnown(column) ? t(column) : column);
}
