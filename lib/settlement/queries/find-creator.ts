import { db } from '@/lib/platform/database';

/** Somebody with settlements, and whether a video is or was theirs; null when there is no such person. */
export async function findCreator(creatorId: number): Promise<{ name: string; hasVideos: boolean } | null> {
  const { rows } = await db().$client.query<{ name: string; hasVideos: boolean }>(
    `select name, exists (select from contents c where c.creator_id = u.id and c.kind = 'video')
       or exists (select from settlement_creator_days d where d.creator_id = u.id) as "hasVideos"
     from users u where id = $1`,
    [creatorId],
  );
  return rows[0] ?? null;
}
