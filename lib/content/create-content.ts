import { contents } from '@/db/schema/content';
import type { Actor } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { transaction } from '@/lib/platform/database';
import { contentErrors } from './errors';
import { keepOwners } from './keep-owners';
import { getContent } from './queries/get-content';
import type { Content, ContentCreate } from './schema';
import { auditOf, findIdByExternalId, requireCreator } from './store';

type CreateContent = { wanted: ContentCreate; actor: Actor; requestId: string; now: Date };

/** Registers what is to be counted. Errors: content/external-id-taken, content/not-a-creator. */
export async function createContent({ wanted, actor, requestId, now }: CreateContent): Promise<Content> {
  const { durationSeconds = null, externalId = null, creatorId = null } = wanted;
  return transaction(async (tx) => {
    if (creatorId !== null) await requireCreator(tx, creatorId);
    const values = { ...wanted, durationSeconds, externalId, creatorId, createdAt: now };
    const [row] = await tx.insert(contents).values(values).onConflictDoNothing().returning();
    if (!row)
      throw contentErrors.externalIdTaken(externalId ?? '', (await findIdByExternalId(tx, externalId ?? '')) ?? 0);
    await keepOwners(tx, [row.id], 'the beginning');
    await appendAudit(tx, {
      actor,
      action: 'content.created',
      subject: { kind: 'content', id: row.id },
      after: auditOf(row),
      requestId,
    });
    return getContent(tx, row.id);
  });
}
