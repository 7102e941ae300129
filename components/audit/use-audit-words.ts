'use client';

import { useMessages, useTranslations } from 'next-intl';
import type { AuditItems } from '@/lib/accounts/schema';

type Item = AuditItems['items'][number];

/** Actions, things and fields in the reader's words; what is new keeps the name that the log has for it. */
export function useAuditWords() {
  const t = useTranslations('audit');
  const words: { actions: Record<string, Record<string, string>>; fields: Record<string, string> } =
    useMessages().audit;
  const kinds = useMessages().audit.subjects;
  const isKind = (kind: string): kind is keyof typeof kinds => kind in kinds;
  return {
    /** Every action that has a name, as it is stored. */
    actions: Object.entries(words.actions).flatMap(([kind, verbs]) =>
      Object.keys(verbs).map((verb) => `${kind}.${verb}`),
    ),
    actionName: (action: string) => {
      const [kind = '', verb = ''] = action.split('.');
      return words.actions[kind]?.[verb] ?? action;
    },
    fieldName: (field: string) =>
      field
        .split('.')
        .map((part) => words.fields[part] ?? part)
        .join(' '),
    subjectName: ({ kind, id }: Item['subject']) => (isKind(kind) ? t(`subjects.${kind}`, { id }) : `${kind} ${id}`),
  };
}
