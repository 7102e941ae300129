import { JUDGED_TYPES, REASON_CODES, TYPE_CODES } from '@/lib/events/codes';
import { readDb } from '@/lib/platform/database';
import type { BlockPreview, BlockPreviewQuery } from '../schema';
import { viewerNamed } from '../viewer-named';

/** What a block would take from the figures now; views of unpriced days are worth the first step of the first tariff. */
export async function previewBlock(asked: BlockPreviewQuery, now: Date): Promise<BlockPreview> {
  const viewer = viewerNamed(asked);
  const from = asked.void ? null : (asked.from ?? now.toISOString());
  const { rows } = await readDb().$client.query<Omit<BlockPreview, 'viewer' | 'from'>>(PREVIEW, [viewer, from]);
  if (!rows[0]) throw new Error('a preview gave no row');
  return { viewer, from, ...rows[0] };
}

const counted = (type: keyof typeof TYPE_CODES) => `count(*) filter (where reason = 0 and type = ${TYPE_CODES[type]})`;
const PREVIEW = `with hit as (
  select day, content_id, count(*) as events, ${counted('click')} as clicks, ${counted('view')} as views, ${counted('ad-view')} as ad_views
  from events where viewer = $1 and ($2::timestamptz is null or (at >= $2 and day >= ($2::timestamptz - interval '1 day')::date))
    and type in (${JUDGED_TYPES}) and reason not in (${REASON_CODES.bot}, ${REASON_CODES.blocked}) group by 1, 2
), first_tariff as (
  select (video->0->>'tenths')::numeric as video, (ad->0->>'tenths')::numeric as ad from tariffs order by effective_on limit 1
), priced as (
  select h.*, coalesce(d.state = 'closed', false) as closed, case when c.kind = 'video' then
    h.views * coalesce(l.video_tenths::numeric / nullif(l.views_after - l.views_before, 0), t.video)
    + h.ad_views * coalesce(l.ad_tenths::numeric / nullif(l.ad_views_after - l.ad_views_before, 0), t.ad) else 0 end as tenths
  from hit h cross join first_tariff t join contents c on c.id = h.content_id left join days d on d.day = h.day
  left join settlement_lines l on l.day = h.day and l.content_id = h.content_id and l.for_day = h.day
)
select coalesce(sum(events), 0)::int as events, coalesce(sum(clicks), 0)::int as clicks, coalesce(sum(views), 0)::int as views,
  coalesce(sum(ad_views), 0)::int as "adViews", coalesce(round(sum(tenths) / 10), 0)::bigint as won,
  count(distinct content_id)::int as contents, count(distinct day) filter (where not closed)::int as "openDays",
  count(distinct day) filter (where closed)::int as "closedDays" from priced`;
