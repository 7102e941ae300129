import { getTableColumns } from 'drizzle-orm';
import { apiKeys } from '@/db/schema/accounts';

const { hash: _hash, ...columns } = getTableColumns(apiKeys);

/** All of a key but its hash, which leaves the database only to be compared. */
export const keyColumns = columns;
export type KeyRow = Omit<typeof apiKeys.$inferSelect, 'hash'>;
