import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { FieldError } from '@/lib/kernel/error';
import { type Tx, transaction } from '@/lib/platform/database';
import { contentErrors } from './errors';
import { ContentCreate, type Imported, type ImportedLine, MAX_IMPORT_LINES } from './schema';

type ImportContents = { text: string; actor: Actor; requestId: string };
type Good = { line: number; wanted: ContentCreate };

/**
 * Takes a catalogue as JSON lines. A line whose externalId is known changes that content; each line is answered, and
 * a bad one spoils no other. Of two lines with one externalId the later is rejected. Error: content/import-count.
 */
export async function importContents({ text, actor, requestId }: ImportContents): Promise<Imported> {
  const lines = text.split('\n').map((line) => line.trim());
  const count = lines.filter(Boolean).length;
  if (count < 1 || count > MAX_IMPORT_LINES) throw contentErrors.importCount(count);
  const { good, rejected } = readLines(lines);
  return transaction(async (tx) => {
    const { owned, strangers } = await checkCreators(tx, good);
    const written = owned.length === 0 ? [] : await write(tx, owned);
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

function readLines(lines: string[]): { good: Good[]; rejected: ImportedLine[] } {
  const good: Good[] = [];
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
function readLine(text: string, firstWith: Map<string, number>): ContentCreate | FieldError[] {
  const value = readJson(text);
  if (value === undefined) return [{ pointer: '', message: 'is not JSON; send one object a line' }];
  const parsed = ContentCreate.safeParse(value);
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

async function checkCreators(tx: Tx, good: Good[]): Promise<{ owned: Good[]; strangers: ImportedLine[] }> {
  const ids = [...new Set(good.flatMap(({ wanted }) => wanted.creatorId ?? []))];
  const { rows } = await tx.execute<{ id: number }>(
    sql`select user_id as id from user_roles where role = 'creator' and user_id = any(${sql.param(ids)}::bigint[])`,
  );
  const creators = new Set(rows.map((row) => row.id));
  const isOwned = ({ wanted }: Good) => (wanted.creatorId ?? null) === null || creators.has(wanted.creatorId ?? 0);
  const strangers = good
    .filter((one) => !isOwned(one))
    .map(({ line }) => ({
      line,
      outcome: 'rejected' as const,
      errors: [{ pointer: '/creatorId', message: 'names nobody with the creator role' }],
    }));
  return { owned: good.filter(isOwned), strangers };
}

/** One statement for all lines. A kind never changes, so a line with another kind than the content has is rejected. */
async function write(tx: Tx, good: Good[]): Promise<ImportedLine[]> {
  const column = <T>(of: (one: Good) => T) => sql.param(good.map(of));
  const { rows } = await tx.execute<{ line: number; id: number | null; created: boolean | null }>(sql`
    with lines as (
      select * from unnest(${column((one) => one.line)}::int[], ${column((one) => one.wanted.title)}::text[], ${column((one) => one.wanted.kind)}::text[],
        ${column((one) => one.wanted.durationSeconds ?? null)}::int[], ${column((one) => one.wanted.externalId ?? null)}::text[], ${column((one) => one.wanted.creatorId ?? null)}::bigint[],
        ${column((one) => one.wanted.openingViews)}::bigint[], ${column((one) => one.wanted.openingAdViews)}::bigint[])
        as t (line, title, kind, duration_seconds, external_id, creator_id, opening_views, opening_ad_views)
    ), numbered as (
      select *, nextval('contents_id_seq') as new_id from lines
    ), written as (
      insert into contents as c (id, title, kind, duration_seconds, external_id, creator_id, opening_views, opening_ad_views)
      overriding system value
      select new_id, title, kind, duration_seconds, external_id, creator_id, opening_views, opening_ad_views from numbered order by external_id
      on conflict (external_id) where external_id is not null do update
        set title = excluded.title, duration_seconds = excluded.duration_seconds, creator_id = excluded.creator_id,
          opening_views = excluded.opening_views, opening_ad_views = excluded.opening_ad_views
        where c.kind = excluded.kind
      returning id, coalesce('x' || external_id, '#' || id) as key
    )
    select n.line, w.id, w.id = n.new_id as created from numbered n
    left join written w on w.key = coalesce('x' || n.external_id, '#' || n.new_id)`);
  return rows.map(({ line, id, created }) => {
    if (id === null)
      return {
        line,
        outcome: 'rejected',
        errors: [{ pointer: '/kind', message: 'cannot change; this externalId is of the other kind' }],
      };
    return { line, outcome: created ? 'created' : 'updated', id };
  });
}
