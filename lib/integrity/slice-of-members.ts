const SMALL_BYTES = 8 * 1024 * 1024;
const SLICE_BYTES = 64 * 1024;

// What is not partitioned has no tree.
const bytesOf = (table: string) =>
  `coalesce((select sum(pg_relation_size(relid)) from pg_partition_tree('${table}') where isleaf), pg_relation_size('${table}'))`;

// The same blocks within one look, others at the next one.
const sampled = (table: string) => `select member_id from ${table}
  tablesample system ((select case when bytes <= ${SMALL_BYTES} then 100 else 100.0 * ${SLICE_BYTES} / bytes end
    from (select ${bytesOf(table)} as bytes) as size)::real)
  repeatable (extract(epoch from now()))`;

// What is only added to has its newest rows in its last blocks.
const newest = (table: string) => `select member_id from ${table}
  where ctid >= (select format('(%s,0)', greatest(0, (pg_relation_size('${table}') - ${SLICE_BYTES}) / current_setting('block_size')::int))::tid)`;

/**
 * SQL of the members whose participations and points are compared in full: all of them while each table has fewer than
 * 8 MB (some 80,000 rows); in larger ones the few thousand met in random blocks of 64 KB of each, and in the newest 64 KB
 * of promises and transfers. So a look costs the same however much there is: their rows lie scattered, and each is read.
 */
export const sliceOfMembers = [
  ...['participations', 'point_accruals', 'point_transfers', 'point_balances'].map(sampled),
  ...['point_accruals', 'point_transfers'].map(newest),
].join('\nunion\n');
