import { desc, lt } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/accounts';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { ListQuery } from '../schema';
import { type KeyRow, keyColumns } from '../store';

/** API keys, revoked ones too, newest first. */
export async function listKeys({ limit, cursor }: ListQuery): Promise<Page<KeyRow>> {
  const rows = await db()
    .select(keyColumns)
    .from(apiKeys)
    .where(cursor === undefined ? undefined : lt(apiKeys.id, cursor))
    .orderBy(desc(apiKeys.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.id]);
}
