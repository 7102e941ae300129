import type { Locale } from '@/lib/kernel/locale';
import { getStatement } from './queries/get-statement';
import { statementCsv } from './statement-csv';
import type { StatementKey } from './statement-id';
import { statementPdf } from './statement-pdf';
import { statementXlsx } from './statement-xlsx';
import { streamStatementLines } from './stream-statement-lines';

export type StatementFormat = 'csv' | 'xlsx' | 'pdf';
export type StatementFile = { name: string; type: string; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> };

const TYPES: Record<StatementFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

type Download = { key: StatementKey; format: StatementFormat; locale: Locale };

/** A statement as a file, with the same sums as its page. Errors: settlement/statement-not-found. */
export async function downloadStatement({ key, format, locale }: Download): Promise<StatementFile> {
  const statement = await getStatement(key);
  const lines = streamStatementLines(key);
  const name = `statement-${statement.id}${statement.state === 'provisional' ? '-provisional' : ''}.${format}`;
  if (format === 'csv') return { name, type: TYPES.csv, body: statementCsv(statement, lines, locale) };
  const make = format === 'pdf' ? statementPdf : statementXlsx;
  return { name, type: TYPES[format], body: Uint8Array.from(await make(statement, lines, locale)) };
}
