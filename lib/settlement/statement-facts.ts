import { formatDateTime, formatDay, formatDayRange, formatPercent } from '@/lib/kernel/format';
import type { Locale } from '@/lib/kernel/locale';
import { calendar } from '@/lib/platform/calendar';
import { bankName } from './account-schema';
import { daysOfMonth, monthOf } from './month';
import type { Statement, StatementLine } from './statement-schema';
import type { StatementWords } from './statement-words';

export type StatementFacts = {
  about: [name: string, text: string][];
  /** Won; what is withheld is negative. */
  sums: [name: string, won: number][];
  refusals: [type: string, reason: string, count: number][];
};

/** What every file of a statement says besides its lines, in a language: so the three say the same. */
export function statementFacts(statement: Statement, words: StatementWords, locale: Locale): StatementFacts {
  return {
    about: aboutOf(statement, words, locale),
    sums: sumsOf(statement, words, locale),
    refusals: statement.refusals.map(({ type, reason, count }) => [words[type], words.reasonName(reason), count]),
  };
}

/** `late events, for 2026-09-02 on 2026-09-03` */
export function adjustmentNote(
  { day, forDay, reason }: StatementLine['adjustments'][number],
  words: StatementWords,
): string {
  return `${words[reason]}, ${words.adjustedOn.replace('{forDay}', forDay).replace('{day}', day)}`;
}

function aboutOf(statement: Statement, words: StatementWords, locale: Locale): StatementFacts['about'] {
  const { zone } = calendar();
  const month = monthOf(statement.month);
  const account = statement.payout?.account;
  const about: StatementFacts['about'] = [[words.id, statement.id]];
  if (month) {
    about.push([words.month, formatDay(month, locale, 'month')]);
    about.push([words.period, formatDayRange(daysOfMonth(month), locale)]);
  }
  about.push([words.creator, statement.creator.name], [words.payee, words[statement.payee]]);
  if (statement.payout)
    about.push([
      words.account,
      account ? `${bankName(account.bank, locale)} ···${account.last4} ${account.holder}` : words.noAccount,
    ]);
  if (statement.closedAt) about.push([words.issued, formatDateTime(statement.closedAt, locale, zone)]);
  about.push([words.linesCount, String(statement.lines)], [words.checksum, statement.checksum]);
  return about;
}

function sumsOf(statement: Statement, words: StatementWords, locale: Locale): StatementFacts['sums'] {
  const taxed = (name: string, rate: number) => `${name} ${formatPercent(rate, locale)}`;
  const unlessZero = (name: string, won: number): StatementFacts['sums'] => (won === 0 ? [] : [[name, won]]);
  return [
    [words.videoAmount, statement.videoAmount],
    [words.adAmount, statement.adAmount],
    [words.gross, statement.total],
    ...unlessZero(words.ofAdjustments, statement.adjustments),
    ...unlessZero(words.carriedIn, statement.carriedIn),
    [taxed(words.incomeTax, statement.incomeTaxRate), -statement.incomeTax || 0],
    [taxed(words.localTax, statement.localTaxRate), -statement.localTax || 0],
    [words.net, statement.net],
    ...unlessZero(words.carriedOut, statement.carriedOut),
  ];
}
