import { and, desc, eq, lt } from 'drizzle-orm';
import { auditLog } from '@/db/schema/accounts';
import { type Page, pageOf } from '@/lib/kernel/page';
import { db } from '@/lib/platform/database';
import type { AuditQuery } from '../schema';

type Row = typeof auditLog.$inferSelect;
export type AuditRow = Pick<Row, 'id' | 'at' | 'action' | 'before' | 'after' | 'requestId'> & {
  actor: { kind: string; id: number | null; name: string };
  subject: { kind: string; id: string };
};

/** What admins changed, newest first. */
export async function listAudit(query: AuditQuery): Promise<Page<AuditRow>> {
  const { subjectKind, subjectId, action, limit, cursor } = query;
  const rows = await db()
    .select()
    .from(auditLog)
    .where(
      and(
        cursor === undefined ? undefined : lt(auditLog.id, cursor),
        subjectKind ? eq(auditLog.subjectKind, subjectKind) : undefined,
        subjectId ? eq(auditLog.subjectId, subjectId) : undefined,
        action ? eq(auditLog.action, action) : undefined,
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(limit + 1);
  return pageOf(rows.map(itemOf), limit, (row) => [row.id]);
}

function itemOf({ actorKind, actorId, actorName, subjectKind, subjectId, ...row }: Row): AuditRow {
  return {
    ...row,
    actor: { kind: actorKind, id: actorId, name: actorName },
    subject: { kind: subjectKind, id: subjectId },
  };
}
