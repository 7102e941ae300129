import './env-file';
import { createTranslator } from 'next-intl';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import type { Integrity, IntegrityResult } from '@/lib/integrity/schema';
import messages from '@/messages/en.json';
import { onDatabase } from './on-database';

/** Longer than the page waits: whoever asks here has the time. */
const TIMEOUT_MILLISECONDS = 10 * 60_000;

/** Prints what the product promises, looked at on live data, and exits 1 unless all of it holds. */
async function main(): Promise<void> {
  const integrity = await onDatabase(() => checkIntegrity(new Date(), TIMEOUT_MILLISECONDS));
  process.stdout.write(`${textOf(integrity)}\n`);
  if (integrity.checks.some((check) => check.ok !== true)) process.exitCode = 1;
}

function textOf({ checkedAt, days, checks }: Integrity): string {
  const holding = checks.filter((check) => check.ok).length;
  return [
    `Looked at live data in one snapshot at ${checkedAt}; the log and figures of ${days.length} days, ${days[0]} to ${days.at(-1)}.`,
    ...checks.flatMap(linesOf),
    `${holding} of ${checks.length} promises hold.`,
  ].join('\n');
}

const VERDICTS = { true: 'holds', false: 'BROKEN', null: 'NOT FINISHED' };

function linesOf(check: IntegrityResult): string[] {
  const { rule, title, detail, breaches, rows, tookMilliseconds } = check;
  const examples = rows.map((row) => `          ${factsOf(row)}`);
  if (breaches > rows.length) examples.push(`          … and ${(breaches - rows.length).toLocaleString('en')} more`);
  return [
    '',
    `${rule.padEnd(5)} ${VERDICTS[`${check.ok}`]}: ${title}`,
    `      ${lookedAt(check)} in ${tookMilliseconds.toLocaleString('en')} ms. ${detail}`,
    ...(breaches > 0 ? [`      ${breaches.toLocaleString('en')} ${breaches === 1 ? 'breach' : 'breaches'}:`] : []),
    ...examples,
  ];
}

const factsOf = (row: Record<string, unknown>) =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${JSON.stringify(value)}`)
    .join(', ');

function lookedAt({ id, looked }: IntegrityResult): string {
  const { checks } = messages.integrity;
  if (!isKnown(id)) return `${looked.toLocaleString('en')} compared`;
  return createTranslator({ locale: 'en', messages: checks })(`${id}.looked`, { count: looked });
}

const isKnown = (id: string): id is keyof typeof messages.integrity.checks => id in messages.integrity.checks;

await main().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
});
