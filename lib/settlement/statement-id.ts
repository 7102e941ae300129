import { idOf } from '@/lib/kernel/id';
import { type Month, monthOf, monthText } from './month';

/** Month and creator: a statement has the same address while it is provisional and once it is final. */
export type StatementKey = { month: Month; creatorId: number };

/** `2026-10-42`: the statement of October 2026 of creator 42. */
export const statementId = ({ month, creatorId }: StatementKey): string => `${monthText(month)}-${creatorId}`;

/** Null for a text that no statement has. */
export function statementKeyOf(id: string): StatementKey | null {
  const month = monthOf(id.slice(0, 7));
  const creatorId = id[7] === '-' ? idOf(id.slice(8)) : 0;
  return month && creatorId > 0 ? { month, creatorId } : null;
}
