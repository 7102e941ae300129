import { eq } from 'drizzle-orm';
import { DatabaseError } from 'pg';
import { contents } from '@/db/schema/content';
import type { Actor } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import type { DomainError } from '@/lib/kernel/error';
import { calendar } from '@/lib/platform/calendar';
import { db, type Tx, transaction } from '@/lib/platform/database';
import { contentErrors } from './errors';
import { keepOwners } from './keep-owners';
import { getContent } from './queries/get-content';
import type { Content, ContentUpdate } from './schema';
import { auditOf, type ContentRow, findIdByExternalId, requireCreator } from './store';

type UpdateContent = { id: number; wanted: ContentUpdate; actor: Actor; requestId: string; now: Date };

/** Changes what was sent and nothing else. Errors: content/not-found, content/external-id-taken, content/not-a-creator, content/no-duration. */
export async function updateContent(call: UpdateContent): Promise<Content> {
  return transaction((tx) => change(tx, call)).catch(async (error) => {
    throw (await takenMeanwhile(error, call.wanted)) ?? error;
  });
}

async function change(tx: Tx, { id, wanted, actor, requestId, now }: UpdateContent): Promise<Content> {
  const [before] = await tx.select().from(contents).where(eq(contents.id, id)).for('update');
  if (!before || before.kind === 'post') throw contentErrors.notFound(); // a post is changed on the board
  const changes = changesOf(before, wanted, now);
  await judge(tx, before, changes);
  if (Object.keys(changes).length === 0) return getContent(tx, id);
  const [after] = await tx.update(contents).set(changes).where(eq(contents.id, id)).returning();
  if (!after) throw contentErrors.notFound();
  await keepOwners(tx, [id], calendar().dayOf(now));
  const action = changes.archivedAt ? 'content.archived' : 'content.changed';
  const subject = { kind: 'content', id };
  await appendAudit(tx, { actor, action, subject, before: auditOf(before), after: auditOf(after), requestId });
  return getContent(tx, id);
}

/** The refusal for an externalId that another request took after ours had looked. */
async function takenMeanwhile(error: unknown, { externalId }: ContentUpdate): Promise<DomainError | null> {
  const cause = error instanceof Error ? error.cause : null;
  if (!(cause instanceof DatabaseError) || cause.constraint !== 'contents_external_id_key' || !externalId) return null;
  return contentErrors.externalIdTaken(externalId, (await findIdByExternalId(db(), externalId)) ?? 0);
}

type Changes = Partial<Omit<ContentRow, 'id' | 'kind' | 'createdAt'>>;

function changesOf(before: ContentRow, { archived, ...fields }: ContentUpdate, now: Date): Changes {
  const changed = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && value !== before[name as keyof ContentRow],
  );
  const changes: Changes = Object.fromEntries(changed);
  if (archived === true && before.archivedAt === null) changes.archivedAt = now;
  if (archived === false && before.archivedAt !== null) changes.archivedAt = null;
  return changes;
}

async function judge(tx: Tx, before: ContentRow, changes: Changes): Promise<void> {
  if (changes.durationSeconds !== undefined && before.kind === 'article') throw contentErrors.noDuration();
  if (typeof changes.creatorId === 'number') await requireCreator(tx, changes.creatorId);
  if (typeof changes.externalId !== 'string') return;
  const owner = await findIdByExternalId(tx, changes.externalId);
  if (owner !== null) throw contentErrors.externalIdTaken(changes.externalId, owner);
}
