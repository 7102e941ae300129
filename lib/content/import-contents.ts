import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { FieldError } from '@/lib/kernel/error';
import { calendar } from '@/lib/platform/calendar';
import { type Tx, transaction } from '@/lib/platform/database';
import { contentErrors } from './errors';
import { keepOwners } from './keep-owners';
import { ContentLine, type Imported, type ImportedLine, MAX_IMPORT_LINES } from './schema';
import { type GoodLine, writeLines } from './write-lines';

type ImportContents = { text: string; actor: Actor; requestId: string; now: Date };

/**
 * Takes a catalogue as JSON lines. A line whose externalId is known changes that content, and what the line leaves out
 * stays as it is; each line is answered, and a bad one spoils no other. Of two lines with one externalId the later is
 * rejected. Error: content/import-count.
 */
export async function importContents({ text, actor, requestId, now }: ImportContents): Promise<Imported> {
  // Eight million empty lines fit into a body; no more are cut than could be good.
  const lines = text.split('\n', 2 * MAX_IMPORT_LINES + 1).map((line) => line.trim());
  const count = lines.length > 2 * MAX_IMPORT_LINES ? lines.length : lines.filter(Boolean).length;
  if (count < 1 || count > MAX_IMPORT_LINES) throw contentErrors.importCount(count);
  const { good, rejected } = readLines(lines);
  return transaction(async (tx) => {
    const { owned, strangers } = await checkCreators(tx, good);
    const written = await writeLines(tx, owned);
    const idsOf = (outcome: string) => written.flatMap((one) => (one.outcome === outcome && one.id ? [one.id] : []));
    await keepOwners(tx, idsOf('created'), 'the beginning');
    await keepOwners(tx, idsOf('updated'), calendar().dayOf(now));
    const items = [...rejected, ...strangers, ...written].sort((a, b) => a.line - b.line);
    const countOf = (outcome: ImportedLine['outcome']) => items.filter((item) => item.outcome === outcome).length;
    const summary = { created: countOf('created'), updated: countOf('updated'), rejected: countOf('rejected') };
    await appendAudit(tx, {
      actor,
      action: 'contents.imported',
      subject: { kind: 'content', id: 'import' },
      after: summary,
      requestId,
    });
    return { ...summary, items };
  });
}

function readLines(lines: string[]): { good: GoodLine[]; rejected: ImportedLine[] } {
  const good: GoodLine[] = [];
  const rejected: ImportedLine[] = [];
  const firstWith = new Map<string, number>();
  for (const [index, text] of lines.entries()) {
    if (text === '') continue;
    const line = index + 1;
    const read = readLine(text, firstWith);
    if (Array.isArray(read)) rejected.push({ line, outcome: 'rejected', errors: read });
    else good.push({ line, wanted: read });
    if (!Array.isArray(read) && read.externalId) firstWith.set(read.externalId, line);
  }
  return { good, rejected };
}

/** The content that a line describes, or what is wrong with it. */
function readLine(text: string, firstWith: Map<string, number>): ContentLine | FieldError[] {
  if (text.includes('\uFFFD')) return [{ pointer: '', message: 'is not UTF-8; save the file as UTF-8' }];
  const value = readJson(text);
  if (value === undefined) return [{ pointer: '', message: 'is not JSON; send one object a line' }];
  const parsed = ContentLine.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({
      pointer: issue.path.map((part) => `/${String(part)}`).join(''),
      message: issue.message,
    }));
  }
  const first = parsed.data.externalId ? firstWith.get(parsed.data.externalId) : undefined;
  return first === undefined
    ? parsed.data
    : [{ pointer: '/externalId', message: `stands in line ${first} already; send each once` }];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function checkCreators(tx: Tx, good: GoodLine[]): Promise<{ owned: GoodLine[]; strangers: ImportedLine[] }> {
  const ids = [...new Set(good.flatMap(({ wanted }) => wanted.creatorId ?? []))];
  const { rows } = await tx.execute<{ id: number }>(
    sql`select user_id as id from user_roles where role = 'creator' and user_id = any(${sql.param(ids)}::bigint[])`,
  );
  const creators = new Set(rows.map((row) => row.id));
  const isOwned = ({ wanted }: GoodLine) => (wanted.creatorId ?? null) === null || creators.has(wanted.creatorId ?? 0);
  const strangers = good
    .filter((one) => !isOwned(one))
    .map(({ line }) => ({
      line,
      outcome: 'rejected' as const,
      errors: [{ pointer: '/creatorId', message: 'names nobody with the creator role' }],
    }));
  return { owned: good.filter(isOwned), strangers };
}
