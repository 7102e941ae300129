import { METRICS } from '../codes';

const COLUMN_VALUES = METRICS.map(({ code, column }) => `(${code}, ${column})`).join(', ');

/** SQL: figures that differ between the log and summary + deltas, in one snapshot. No row when the books agree (I6). */
export const DISAGREEMENTS = `with logged as (
  select day, content_id, case when reason = 0 then type else reason end as metric, count(*) as n from events group by 1, 2, 3
), figured as (
  select day, content_id, metric, sum(n) as n from (
    select day, content_id, metric, n from event_deltas
    union all
    select start_on, content_id, m.metric, m.n from summaries cross join lateral (values ${COLUMN_VALUES}) as m (metric, n)
    where grain = 'd' and m.n <> 0
  ) as parts group by 1, 2, 3 having sum(n) <> 0
)
select coalesce(l.day, f.day) as day, coalesce(l.content_id, f.content_id) as content, coalesce(l.metric, f.metric) as metric, l.n as logged, f.n as figured
from logged l full join figured f on l.day = f.day and l.content_id = f.content_id and l.metric = f.metric
where l.n is distinct from f.n`;
