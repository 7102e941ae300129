import { PARTITIONS_AHEAD_DAYS } from '@/lib/events/ensure-partitions';
import type { IntegrityCheck } from './check';

const PARTITIONS = `select c.oid, c.relname as name, pg_get_expr(c.relpartbound, c.oid) as bounds
  from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'events'::regclass`;

// An index of a partition is no promise of its own unless it hangs on the key of the whole log.
const WITHOUT_KEY = `select p.name as partition from (${PARTITIONS}) as p where not exists (
  select from pg_index x join pg_inherits i on i.inhrelid = x.indexrelid
  where x.indrelid = p.oid and x.indisunique and x.indisvalid and i.inhparent = to_regclass('events_pkey')
) order by 1`;

// Until the first run after midnight the seventh day ahead is still to come.
const WITHOUT_PARTITION = `select $2::date + n as day from generate_series(0, ${PARTITIONS_AHEAD_DAYS - 1}) as n
where not exists (
  select from (${PARTITIONS}) as p
  where p.bounds = format('FOR VALUES FROM (%L) TO (%L)', $2::date + n, $2::date + n + 1)
) order by 1`;

/** Whether the log can hold an event twice, or in the wrong place (I5, I16). */
export const checksOfLog: readonly IntegrityCheck[] = [
  {
    id: 'one-event-one-key',
    rule: 'I5',
    title: 'The log cannot hold an event twice',
    detail: 'The key (day, content, id) is unique and valid in every partition, so a repetition finds its place taken.',
    looked: `select count(*) from (${PARTITIONS}) as partitions`,
    breaches: WITHOUT_KEY,
  },
  {
    id: 'partitions-ahead',
    rule: 'I16',
    title: `Partitions stand ready for ${PARTITIONS_AHEAD_DAYS} days`,
    detail: 'One a day from today on. The daily run makes them.',
    looked: `select ${PARTITIONS_AHEAD_DAYS}`,
    breaches: WITHOUT_PARTITION,
  },
  {
    id: 'default-partition-empty',
    rule: 'I16',
    title: 'No event lies outside of its day',
    detail: 'The default partition, which takes what has no partition of its own, is empty.',
    looked: 'select count(*) from events_default',
    breaches: 'select day, count(*) as events from events_default group by day order by day',
  },
];
