import { listJoined } from '@/lib/ads/queries/list-joined';
import { load } from './load';
import { SCALE } from './scale';
import { type Stage, setStage } from './stage';
import { round, timesOf } from './statistics';
import { unlimitedKey } from './unlimited-key';

const PARTICIPATIONS = 10_000_000 * SCALE;
const HEAVY = 60_000;
const PAGE = 50;
const timed = (ask: () => Promise<unknown>) => timesOf(200, ask);

/** First and 1,000th page of a member with 60,000 participations among ten million: in the database, and through the API. */
export async function bench() {
  const stage = await setStage({ crons: false });
  await fill(stage);
  const { cursor, plan } = await thousandthPage(stage);
  const first = await timed(() => listJoined({ memberId: 'heavy', limit: PAGE }));
  const thousandth = await timed(() => listJoined({ memberId: 'heavy', limit: PAGE, cursor }));
  const api = await throughApi(stage, cursor);
  const { rows } = await stage.query(
    `select (select count(*) from participations)::int as participations,
      (select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'participations'::regclass)::bigint as bytes`,
  );
  await stage.stop();
  const { participations, bytes } = rows[0];
  return { participations, heavy: HEAVY, bytesPerRow: round(bytes / participations, 1), first, thousandth, api, plan };
}

async function fill(stage: Stage): Promise<void> {
  await stage.query(
    `insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
     select 1 + n % 5000, 'member-' || (n / 100), now() - (n % 31536000) * interval '1 second', 100, 'an ad of some kind'
     from generate_series(1, ${PARTICIPATIONS - HEAVY}) n on conflict do nothing`,
  );
  await stage.query(
    `insert into participations (ad_id, member_id, joined_at, reward_points, ad_name)
     select n, 'heavy', now() - (${HEAVY} - n) * interval '1 minute', 100, 'an ad of some kind' from generate_series(1, ${HEAVY}) n`,
  );
  await stage.query('vacuum analyze participations');
}

/** The cursor that leads to the 1,000th page, as a reader gets there, and how the database answers it. */
async function thousandthPage(stage: Stage): Promise<{ cursor: string; plan: string[] }> {
  let cursor: string | null = null;
  for (let page = 1; page < 1000; page++) {
    const list = await listJoined({ memberId: 'heavy', limit: PAGE, ...(cursor && { cursor }) });
    cursor = list.nextCursor;
  }
  const { rows } = await stage.query(
    `explain (analyze, buffers) select joined_at, id from participations where member_id = 'heavy'
     and (joined_at, id) > (now() - interval '10000 minutes', 0) order by joined_at, id limit 51`,
  );
  return { cursor: cursor ?? '', plan: rows.map((row) => row['QUERY PLAN']) };
}

async function throughApi(stage: Stage, cursor: string) {
  const headers = await unlimitedKey(['*']);
  const url = `${stage.address}/api/v1/members/heavy/participations?limit=${PAGE}&cursor=${cursor}`;
  return load({ method: 'GET', url, headers }, 4, 3);
}
