import { now } from '@/lib/platform/clock';
import { db } from '@/lib/platform/database';
import { gather } from '@/lib/platform/gather';
import { singleton } from '@/lib/platform/singleton';
import type { Participation } from './schema';

type Refused = { adId: number; reason: string; hour: string };

/** Counts a refused join for the ad's report. Nobody waits for it: it is a figure, and a crash may lose the last of it. */
export function noteRefusal(adId: Participation['adId'], reason: string): void {
  const hour = now();
  hour.setUTCMinutes(0, 0, 0);
  gatherer()({ adId, reason, hour: hour.toISOString() }).catch((error) =>
    console.warn(`a refusal of ad ${adId} was not counted: ${error instanceof Error ? error.message : error}`),
  );
}

const gatherer = () =>
  singleton('refusals', () =>
    gather<Refused, undefined>({
      run: countTogether,
      sizeOf: () => 1,
      maxSize: 5000,
      lanes: 1,
      maxWaiting: 100_000,
      maxWaitMilliseconds: 60_000,
    }),
  );

async function countTogether(refused: Refused[]): Promise<undefined[]> {
  await db().$client.query({
    name: 'count-refusals',
    text: `insert into ad_refusals as r (ad_id, hour, reason, n)
      select ad_id, hour, reason, count(*) from unnest($1::bigint[], $2::timestamptz[], $3::text[]) as t (ad_id, hour, reason)
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (ad_id, hour, reason) do update set n = r.n + excluded.n`,
    values: [refused.map((one) => one.adId), refused.map((one) => one.hour), refused.map((one) => one.reason)],
  });
  return refused.map(() => undefined);
}
