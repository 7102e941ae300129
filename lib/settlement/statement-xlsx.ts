import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import type { Locale } from '@/lib/kernel/locale';
import { adjustmentNote, statementFacts } from './statement-facts';
import type { Statement, StatementLine } from './statement-schema';
import { type StatementWords, statementWords } from './statement-words';

/** A statement as a workbook of three sheets: its sums, its videos and what did not count. Numbers are numbers. */
export async function statementXlsx(
  statement: Statement,
  lines: AsyncIterable<StatementLine>,
  locale: Locale,
): Promise<Buffer> {
  const words = statementWords(locale);
  const rows: SheetData = [headOf(words)];
  for await (const line of lines) rows.push(rowOf(line, words));
  const widths = (...all: number[]) => all.map((width) => ({ width }));
  return writeExcelFile([
    { sheet: words.summary, data: summaryOf(statement, words, locale), columns: widths(32, 44) },
    { sheet: words.lines, data: rows, columns: widths(12, 44, 12, 12, 14, 14, 14, 12, 60), stickyRowsCount: 1 },
    { sheet: words.refusals, data: refusalsOf(statement, words, locale), columns: widths(18, 24, 12) },
  ]).toBuffer();
}

const head = (value: string, align: 'left' | 'right' = 'left') =>
  ({ value, fontWeight: 'bold', align, backgroundColor: '#eeeeee' }) as const;
const figure = (value: number) => ({ value, type: Number, format: '#,##0' }) as const;

function summaryOf(statement: Statement, words: StatementWords, locale: Locale): SheetData {
  const { about, sums } = statementFacts(statement, words, locale);
  return [
    [{ value: words.title, fontWeight: 'bold' }],
    ...(statement.state === 'provisional' ? [[words.provisional]] : []),
    [],
    [head(words.item), head(words.won, 'right')],
    ...sums.map(([name, won]): Row => [name, figure(won)]),
    [],
    ...about,
  ];
}

const headOf = (words: StatementWords): Row => [
  head(words.contentId, 'right'),
  head(words.video),
  head(words.views, 'right'),
  head(words.adViews, 'right'),
  head(words.videoAmount, 'right'),
  head(words.adAmount, 'right'),
  head(words.total, 'right'),
  head(words.adjustments, 'right'),
  head(words.adjustmentNotes),
];

function rowOf(line: StatementLine, words: StatementWords): Row {
  const { contentId, title, views, adViews, videoAmount, adAmount, total } = line;
  const adjusted = line.adjustments.reduce((sum, one) => sum + one.total, 0);
  const notes = line.adjustments.map((one) => `${adjustmentNote(one, words)} (${one.total})`).join('; ');
  const figures = [views, adViews, videoAmount, adAmount, total, adjusted].map(figure);
  return [contentId, { value: title, type: String }, ...figures, notes ? { value: notes, type: String } : null];
}

function refusalsOf(statement: Statement, words: StatementWords, locale: Locale): SheetData {
  const { refusals } = statementFacts(statement, words, locale);
  if (refusals.length === 0) return [[words.noRefusals]];
  return [
    [head(words.refusals), head(words.reason), head(words.count, 'right')],
    ...refusals.map(([type, reason, count]): Row => [type, reason, figure(count)]),
  ];
}
