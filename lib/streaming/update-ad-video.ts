import { and, eq } from 'drizzle-orm';
import { adVideos } from '@/db/schema/streaming';
import type { By } from '@/lib/accounts/actor';
import { appendAudit } from '@/lib/accounts/audit';
import { ownerSeenBy } from '@/lib/ads/rules';
import { type Tx, transaction } from '@/lib/platform/database';
import { adVideoErrors } from './ad-video-errors';
import type { AdVideo, AdVideoUpdate } from './ad-video-schema';
import { forgetActiveAdVideos } from './choose-ad';
import { fileOf } from './file-of';
import { getAdVideo } from './queries/get-ad-video';

type UpdateAdVideo = By & { id: number; wanted: AdVideoUpdate };
type Row = Pick<typeof adVideos.$inferSelect, 'title' | 'durationSeconds' | 'active' | 'url' | 'fileKey'>;

/** Changes what was sent and nothing else. Errors: streaming/ad-video-not-found, streaming/unknown-file. */
export async function updateAdVideo({ id, wanted, ...by }: UpdateAdVideo): Promise<AdVideo> {
  const { url, ...fields } = wanted;
  const file = url === undefined ? {} : await fileOf(url);
  const sent: Partial<Row> = {
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...file,
  };
  const changed = await transaction(async (tx) => {
    const before = await lock(tx, id, ownerSeenBy(by.actor));
    const changes = Object.fromEntries(
      Object.entries(sent).filter(([name, value]) => before[name as keyof Row] !== value),
    );
    if (Object.keys(changes).length > 0) await change(tx, id, before, changes, by);
    return getAdVideo(tx, { id, ownerId: null });
  });
  forgetActiveAdVideos();
  return changed;
}

async function change(tx: Tx, id: number, before: Row, changes: Partial<Row>, { actor, requestId }: By): Promise<void> {
  await tx.update(adVideos).set(changes).where(eq(adVideos.id, id));
  const subject = { kind: 'ad-video', id };
  await appendAudit(tx, {
    actor,
    action: 'ad-video.changed',
    subject,
    before,
    after: { ...before, ...changes },
    requestId,
  });
}

async function lock(tx: Tx, id: number, ownerId: number | null): Promise<Row> {
  const { title, durationSeconds, active, url, fileKey } = adVideos;
  const mine = ownerId === null ? undefined : eq(adVideos.ownerId, ownerId);
  const [row] = await tx
    .select({ title, durationSeconds, active, url, fileKey })
    .from(adVideos)
    .where(and(eq(adVideos.id, id), mine))
    .for('update');
  if (!row) throw adVideoErrors.notFound();
  return row;
}
