import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Locale } from '@/lib/kernel/locale';
import { adjustmentNote, statementFacts } from './statement-facts';
import type { Statement, StatementLine } from './statement-schema';
import { type StatementWords, statementWords } from './statement-words';

/**
 * A statement for a spreadsheet: a row a video, then its sums, what did not count and what it is about. UTF-8 with BOM;
 * a cell that a spreadsheet would take for a formula is quoted.
 */
export function statementCsv(
  statement: Statement,
  lines: AsyncIterable<StatementLine>,
  locale: Locale,
): ReadableStream<Uint8Array> {
  const cells = stringify({ bom: true, escape_formulas: true });
  // An error destroys the cells, and with them the answer; there is nobody else to tell.
  pipeline(Readable.from(rowsOf(statement, lines, locale)), cells, () => {});
  return Readable.toWeb(cells) as ReadableStream<Uint8Array>;
}

type Row = (string | number)[];

async function* rowsOf(statement: Statement, lines: AsyncIterable<StatementLine>, locale: Locale): AsyncGenerator<Row> {
  const words = statementWords(locale);
  const { about, sums, refusals } = statementFacts(statement, words, locale);
  yield headOf(words);
  for await (const line of lines) yield rowOf(line, words);
  yield [];
  yield [words.item, words.won];
  yield* sums;
  yield [];
  yield [words.refusals, words.reason, words.count];
  yield* refusals;
  yield [];
  yield [words.item, words.value];
  yield* about;
}

const headOf = (words: StatementWords): Row => [
  words.contentId,
  words.video,
  words.views,
  words.adViews,
  words.videoAmount,
  words.adAmount,
  words.total,
  words.adjustments,
  words.adjustmentNotes,
];

function rowOf(line: StatementLine, words: StatementWords): Row {
  const adjusted = line.adjustments.reduce((sum, one) => sum + one.total, 0);
  const notes = line.adjustments.map((one) => `${adjustmentNote(one, words)} (${one.total})`);
  const { contentId, title, views, adViews, videoAmount, adAmount, total } = line;
  return [contentId, title, views, adViews, videoAmount, adAmount, total, adjusted, notes.join('; ')];
}
