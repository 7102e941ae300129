import { db } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import { wishKey } from './store';

type Asked = { adId: number; memberId: string };

/** Whether this member has joined this ad. Questions that come together share a query. */
export function hasJoined(asked: Asked): Promise<boolean> {
  return gatherer()(asked);
}

const gatherer = () =>
  singleton('joined', () =>
    gather<Asked, boolean>({
      run: findTogether,
      sizeOf: () => 1,
      maxSize: 500,
      lanes: 2,
      maxWaiting: 10_000,
      maxWaitMilliseconds: 5000,
    }),
  );

async function findTogether(asked: Asked[]): Promise<boolean[]> {
  const { rows } = await db().$client.query<Asked>({
    name: 'has-joined',
    // Each by its key, however few there were when this was planned.
    text: `select t.ad_id as "adId", t.member_id as "memberId"
      from unnest($1::bigint[], $2::text[]) as t (ad_id, member_id) cross join lateral (
        select from participations where member_id = t.member_id and ad_id = t.ad_id offset 0
      ) p`,
    values: [asked.map((one) => one.adId), asked.map((one) => one.memberId)],
  });
  const found = new Set(rows.map(wishKey));
  return asked.map((one) => found.has(wishKey(one)));
}
