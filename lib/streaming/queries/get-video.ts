import { db } from '@/lib/platform/database';
import { streamingErrors } from '../errors';
import { heldBeats } from '../held-beats';
import { adPositionsOf, resumeAt } from '../rules';
import type { Video } from '../schema';

type Row = Omit<Video, 'creator' | 'adPositionsSeconds' | 'resumeAtSeconds'> & {
  creatorId: number | null;
  creatorName: string | null;
  positionSeconds: number | null;
  at: Date | null;
};

/** A video as a player opens it, for a viewer or for nobody in particular. Throws streaming/video-not-found. */
export async function getVideo(id: number, viewer: string | null): Promise<Video> {
  const [row, place] = await Promise.all([
    find(id, viewer),
    viewer === null ? null : heldBeats().findPlace(id, viewer),
  ]);
  if (!row) throw streamingErrors.videoNotFound();
  // What waits to be written is newer, as a rule; it is not after a Redis was emptied.
  const waits = place !== null && place.atMs > (row.at?.getTime() ?? Number.NEGATIVE_INFINITY);
  const { creatorId, creatorName, positionSeconds, at: _, ...video } = row;
  return {
    ...video,
    creator: creatorId === null ? null : { id: creatorId, name: creatorName ?? '' },
    adPositionsSeconds: adPositionsOf(video.durationSeconds),
    resumeAtSeconds: resumeAt(waits ? place.positionSeconds : positionSeconds, video.durationSeconds),
  };
}

/** One look-up a month: summaries are found by their period, and a video has no row in most. */
async function find(id: number, viewer: string | null): Promise<Row | undefined> {
  const { rows } = await db().$client.query<Row>({
    name: 'get-video',
    text: `select c.id, c.title, c.duration_seconds as "durationSeconds", c.creator_id as "creatorId",
        (select coalesce(u.name, u.email) from users u where u.id = c.creator_id) as "creatorName",
        c.opening_views + coalesce((
          select sum(s.views) from generate_series(
            (select min(start_on) from summaries where grain = 'm'), (select max(start_on) from summaries where grain = 'm'), interval '1 month') m,
          lateral (select views from summaries where grain = 'm' and start_on = m::date and content_id = c.id offset 0) s
        ), 0)::bigint as views,
        p.position_seconds as "positionSeconds", p.at
      from contents c left join lateral (
        select position_seconds, at from watch_players where content_id = c.id and viewer = $2 and position_seconds is not null
        union all
        select position_seconds, at from watch_positions where content_id = c.id and viewer = $2
        order by at desc limit 1
      ) as p on true
      where c.id = $1 and c.kind = 'video'`,
    values: [id, viewer],
  });
  return rows[0];
}
