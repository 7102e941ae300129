import { METRICS } from './codes';

const COLUMNS = METRICS.map((metric) => metric.column);
const each = (write: (column: string) => string) => COLUMNS.map(write).join(', ');

/** `sum(n) filter (...) as column` for rows of (metric, n). */
export const PIVOT_METRICS = METRICS.map(
  ({ code, column }) => `coalesce(sum(n) filter (where metric = ${code}), 0) as ${column}`,
).join(', ');

/** `count(*) filter (...) as column` for rows of the log. */
export const COUNT_EVENTS = METRICS.map(
  ({ code, column }) => `count(*) filter (where case when reason = 0 then type else reason end = ${code}) as ${column}`,
).join(', ');

/** The same for rows whose `metric` is known. */
export const METRIC_COUNTS = METRICS.map(
  ({ code, column }) => `count(*) filter (where metric = ${code}) as ${column}`,
).join(', ');

export const SUMMARY_COLUMNS = each((column) => column);
export const NEGATED_COLUMNS = each((column) => `-${column}`);
export const SUMMED_COLUMNS = each((column) => `sum(${column}) as ${column}`);
export const ANY_NOT_ZERO = COLUMNS.map((column) => `sum(${column}) <> 0`).join(' or ');
export const SUM_OF_COLUMNS = COLUMNS.map((column) => `sum(${column})`).join(' + ');

/** Of an upsert into figures `s`. */
export const ADDED_COLUMNS = each((column) => `${column} = s.${column} + excluded.${column}`);

/**
 * How folds change figures: two CTEs that add the rows of a CTE `changes (day, content_id, <columns>)` to the day,
 * week and month of each content and to the totals of the day. Negative changes correct; a figure below zero fails.
 */
export function addToSummaries(): string {
  return `to_totals as (
    insert into day_totals as s (day, ${SUMMARY_COLUMNS})
    select day, ${SUMMED_COLUMNS} from changes group by day order by day
    on conflict (day) do update set ${ADDED_COLUMNS} returning 1
  ), to_contents as (
    insert into summaries as s (grain, start_on, content_id, ${SUMMARY_COLUMNS})
    select grain, start_on, content_id, ${SUMMED_COLUMNS}
    from changes cross join lateral (values
      ('d', day), ('w', date_trunc('week', day::timestamp)::date), ('m', date_trunc('month', day::timestamp)::date)
    ) as period (grain, start_on)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (grain, start_on, content_id) do update set ${ADDED_COLUMNS} returning 1
  )`;
}
