import type { Locale } from '@/lib/kernel/locale';
import en from '@/messages/en.json';
import ko from '@/messages/ko.json';

/** The words of a downloaded statement. */
export function statementWords(locale: Locale) {
  const { statementFile, reasons } = { ko, en }[locale];
  const known: Record<string, { name: string }> = reasons;
  return { ...statementFile, reasonName: (reason: string) => known[reason]?.name ?? reason };
}

export type StatementWords = ReturnType<typeof statementWords>;
