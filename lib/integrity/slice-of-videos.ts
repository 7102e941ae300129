const SMALL_BYTES = 8 * 1024 * 1024;
const SLICE_BYTES = 64 * 1024;

// What is not partitioned has no tree.
const bytesOf = (table: string) =>
  `coalesce((select sum(pg_relation_size(relid)) from pg_partition_tree('${table}') where isleaf), pg_relation_size('${table}'))`;

// The same blocks within one look, others at the next one.
const sampled = (table: string) => `select content_id from ${table}
  tablesample system ((select case when bytes <= ${SMALL_BYTES} then 100 else 100.0 * ${SLICE_BYTES} / bytes end
    from (select ${bytesOf(table)} as bytes) as size)::real)
  repeatable (extract(epoch from now()))`;

/**
 * SQL of the videos whose lines and counts are compared in full: all of them while lines and daily figures have fewer than
 * 8 MB each (some 60,000 rows); in larger tables the several hundred met in random blocks of 64 KB of each, one look-up
 * each. So a look costs the same however many there are.
 */
export const sliceOfVideos = `select c.id as content_id, c.opening_views, c.opening_ad_views
  from (${['settlement_lines', 'summaries'].map(sampled).join(' union ')}) as met
  cross join lateral (select * from contents where id = met.content_id and kind = 'video' offset 0) as c`;
