import { auditLog } from '@/db/schema/accounts';
import type { Db } from '@/lib/platform/database';
import type { Actor } from './actor';

export type AuditEntry = {
  actor: Actor;
  /** Past tense of the verb, such as `key.revoked`. */
  action: string;
  subject: { kind: string; id: string | number };
  before?: unknown;
  after?: unknown;
  requestId: string;
};

/** Writes down an admin's change, in the transaction of the change itself (I15). */
export async function appendAudit(tx: Db, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    actorKind: entry.actor.kind,
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    action: entry.action,
    subjectKind: entry.subject.kind,
    subjectId: String(entry.subject.id),
    before: entry.before ?? null,
    after: entry.after ?? null,
    requestId: entry.requestId,
  });
}
