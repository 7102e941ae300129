import type { Outcomes } from './traffic';
import { type Row, shortcomings } from './trial';

const HEAD = [
  'fault',
  'during',
  'slowest',
  'degraded',
  'served again after',
  'before',
  'in all',
  'lost',
  'sent again',
  'doubled',
  'integrity',
  'held',
];

/** The fault table in Markdown, one row a fault. */
export function tableOf(rows: Row[]): string {
  const lines = rows.map((row) => [
    row.note ? `${row.fault} (${row.note})` : row.fault,
    outcomesOf(row.during),
    `${row.slowestMilliseconds} ms`,
    row.degraded.join(', ') || '–',
    `${row.recoveredAfterMilliseconds} ms`,
    row.acknowledgedBefore,
    row.acknowledged,
    row.lost,
    `${row.sentAgain}, ${row.takenForNew} taken for new`,
    row.doubled,
    row.breaches.join(', ') || 'green',
    shortcomings(row).join(', ') || 'yes',
  ]);
  return [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const outcomesOf = (outcomes: Outcomes) =>
  Object.entries(outcomes)
    .map(([name, n]) => `${n} × ${name}`)
    .join(', ');
