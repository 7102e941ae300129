import { type EventType, type Reason, TYPE_CODES } from '@/lib/events/codes';
import type { Day, DayRange } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';
import { env } from '@/lib/platform/env';
import { asTooMuch } from '../as-too-much';
import { periodAsked, type ViewerActivity } from '../schema';
import { ABUSE_REFUSALS, describeSuspects, namedReasons } from './describe-suspects';
import { listBlocks } from './list-blocks';

type Asked = { viewer: string; from?: Day | undefined; to?: Day | undefined };

/** What one viewer did in a period: the busiest contents of each day, the hours of the day, and its blocks. */
export async function getViewerActivity({ viewer, ...asked }: Asked, today: Day): Promise<ViewerActivity> {
  const range = periodAsked(asked, today);
  const [suspects, hours, contents, blocks] = await asTooMuch(
    Promise.all([
      describeSuspects([viewer], range),
      hoursOf(viewer, range),
      contentsOf(viewer, range),
      listBlocks({ viewer, limit: 50 }),
    ]),
  );
  return { viewer, ...range, suspect: suspects[0] ?? null, hours, contents, blocks: blocks.items };
}

const MINE = 'e.viewer = $1 and e.day between $2 and $3';
const refused = `count(*) filter (where e.reason in (${ABUSE_REFUSALS}))::int`;

async function hoursOf(viewer: string, { from, to }: DayRange): Promise<ViewerActivity['hours']> {
  const { rows } = await readDb().$client.query<ViewerActivity['hours'][number]>(
    `select extract(hour from e.at at time zone $4)::int as hour, count(*) filter (where e.reason = 0)::int as counted, ${refused} as refused
     from events e where ${MINE} group by 1 order by 1`,
    [viewer, from, to, env().BUSINESS_TIME_ZONE],
  );
  return rows;
}

const countedOf = (type: EventType) => `count(*) filter (where e.reason = 0 and e.type = ${TYPE_CODES[type]})::int`;

async function contentsOf(viewer: string, { from, to }: DayRange): Promise<ViewerActivity['contents']> {
  type Row = Omit<ViewerActivity['contents'][number], 'reasons'> & { reasons: Record<string, number> | null };
  const { rows } = await readDb().$client.query<Row>(
    `select t.*, coalesce(c.title, '') as title, (
       select jsonb_object_agg(reason, n) from (select e.reason, count(*) as n from events e
         where e.viewer = $1 and e.day = t.day and e.content_id = t."contentId" and e.reason <> 0 group by 1) r) as reasons
     from (
       select e.day, e.content_id as "contentId", ${countedOf('click')} as clicks, ${countedOf('view')} as views,
         ${countedOf('ad-view')} as "adViews", ${refused} as refused
       from events e where ${MINE} group by 1, 2 order by count(*) desc, 1, 2 limit 100
     ) t left join contents c on c.id = t."contentId" order by t.day desc, t.refused desc, t.views desc, t."contentId"`,
    [viewer, from, to],
  );
  return rows.map((row) => ({ ...row, reasons: reasonsOf(row.reasons) }));
}

const reasonsOf = (byCode: Record<string, number> | null): Partial<Record<Reason, number>> =>
  namedReasons(byCode ?? {});
