import { contentErrors } from '@/lib/content/errors';
import { readDb } from '@/lib/platform/database';

export type OwnVideo = {
  id: number;
  title: string;
  durationSeconds: number;
  openingViews: number;
  openingAdViews: number;
};

/** A video and its totals from before the move; `creatorId` null sees all. Throws content/not-found. */
export async function getOwnVideo(id: number, creatorId: number | null): Promise<OwnVideo> {
  const { rows } = await readDb().$client.query<OwnVideo>(
    `select id, title, duration_seconds as "durationSeconds", opening_views as "openingViews", opening_ad_views as "openingAdViews"
     from contents where id = $1 and kind = 'video' and ($2::bigint is null or creator_id = $2)`,
    [id, creatorId],
  );
  const [video] = rows;
  if (!video) throw contentErrors.notFound();
  return video;
}
