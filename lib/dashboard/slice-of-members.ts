const SAMPLED_BYTES = 4 * 1024 * 1024;
const NEWEST_BYTES = 1024 * 1024;

const bytesOf = (table: string) =>
  `(select greatest(1, sum(pg_relation_size(relid))) from pg_partition_tree('${table}') where isleaf)`;

// The same blocks within one look, others at the next one.
const sampled = (table: string) => `select member_id from ${table}
  tablesample system ((select least(100, 100.0 * ${SAMPLED_BYTES} / ${bytesOf(table)})::real))
  repeatable (extract(epoch from now()))`;

// What is only added to has its newest rows in its last blocks.
const newest = (table: string) => `select member_id from ${table}
  where ctid >= (select format('(%s,0)', greatest(0, (pg_relation_size('${table}') - ${NEWEST_BYTES}) / current_setting('block_size')::int))::tid)`;

/**
 * SQL of the members whose participations and points are compared in full: all of them while each table has fewer than
 * 4 MB (some 40,000 rows); in larger ones those met in random blocks of 4 MB of each, and in the newest 1 MB of promises
 * and transfers. So a look costs the same however much there is.
 */
export const sliceOfMembers = [
  ...['participations', 'point_accruals', 'point_transfers', 'point_balances'].map(sampled),
  ...['point_accruals', 'point_transfers'].map(newest),
].join('\nunion\n');
