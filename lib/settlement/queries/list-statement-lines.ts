import { badCursor } from '@/lib/kernel/bad-cursor';
import { decodeCursor, type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import { linesInSql } from '../lines-in-sql';
import { daysOfMonth } from '../month';
import type { StatementKey } from '../statement-id';
import type { StatementLine } from '../statement-schema';

type ListLines = StatementKey & { limit: number; cursor?: string | undefined };

/** The videos of a statement, what earned most first, then by id. */
export async function listStatementLines({ month, creatorId, limit, cursor }: ListLines): Promise<Page<StatementLine>> {
  const { from, to } = daysOfMonth(month);
  const [total, contentId] = cursor === undefined ? [null, null] : keyOf(cursor);
  const { rows } = await db().$client.query<StatementLine>(
    `${linesInSql} where $4::bigint is null or i.total < $4 or i.total = $4 and i."contentId" > $5
     order by i.total desc, i."contentId" limit $6`,
    [from, to, creatorId, total, contentId, limit + 1],
  );
  return pageOf(rows, limit, (row) => [row.total, row.contentId]);
}

function keyOf(cursor: string): [number, number] {
  const [total, contentId] = decodeCursor(cursor, 2) ?? [];
  if (!isWhole(total) || !isWhole(contentId)) throw badCursor();
  return [total, contentId];
}

const isWhole = (part: unknown): part is number => Number.isSafeInteger(part);
