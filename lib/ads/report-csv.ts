import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { AdReport } from './schema';

/**
 * The same report for a spreadsheet, one figure a line: what it is, when or why, and the value. UTF-8 with BOM; a cell
 * that a spreadsheet would take for a formula is quoted.
 */
export function reportCsv(report: AdReport): ReadableStream<Uint8Array> {
  const text = Readable.from(linesOf(report)).pipe(stringify({ bom: true, escape_formulas: true }));
  return Readable.toWeb(text) as ReadableStream<Uint8Array>;
}

type Line = [figure: string, of: string, value: string | number];

function* linesOf(report: AdReport): Generator<Line> {
  yield ['figure', 'of', 'value'];
  yield ['id', '', report.id];
  yield ['participations', '', report.participations];
  yield ['placesLeft', '', report.placesLeft];
  yield ['pointsPromised', '', report.pointsPromised];
  yield ['pointsPaid', '', report.pointsPaid];
  yield ['expectedEndAt', '', report.expectedEndAt ?? ''];
  for (const { reason, n } of report.refusals) yield ['refusals', reason, n];
  for (const { day, participations } of report.days) yield ['participations of the day', day, participations];
  for (const { day, points } of report.days) yield ['points of the day', day, points];
  for (const { hourStart, participations } of report.hours) {
    yield ['participations of the hour', hourStart, participations];
  }
}
