import { sql } from 'drizzle-orm';
import type { Tx } from '@/lib/platform/database';
import type { ContentLine, ImportedLine } from './schema';

export type GoodLine = { line: number; wanted: ContentLine };

/**
 * Writes all lines of an import in one statement; known contents are locked first, so that what a line leaves out is
 * what stands. A kind never changes: a line of another kind than its content is rejected.
 */
export async function writeLines(tx: Tx, good: GoodLine[]): Promise<ImportedLine[]> {
  if (good.length === 0) return [];
  const externalIds = sql.param(good.flatMap(({ wanted }) => wanted.externalId ?? []));
  await tx.execute(
    sql`select from contents where external_id = any(${externalIds}::text[]) order by external_id for update`,
  );
  const { rows } = await tx.execute<{ line: number; id: number | null; created: boolean | null }>(sql`
    with lines as (
      ${tableOf(good)}
    ), numbered as (
      select *, nextval('contents_id_seq') as new_id from (
        select l.line, l.title, l.kind, l.duration_seconds, l.external_id,
          case when l.creator_given then l.creator_id else c.creator_id end as creator_id,
          coalesce(l.opening_views, c.opening_views, 0) as opening_views,
          coalesce(l.opening_ad_views, c.opening_ad_views, 0) as opening_ad_views
        from lines l left join contents c on c.external_id = l.external_id order by l.line
      ) whole
    ), written as (
      insert into contents as c (id, title, kind, duration_seconds, external_id, creator_id, opening_views, opening_ad_views)
      overriding system value
      select new_id, title, kind, duration_seconds, external_id, creator_id, opening_views, opening_ad_views from numbered order by external_id
      on conflict (external_id) where external_id is not null do update
        set title = excluded.title, duration_seconds = excluded.duration_seconds, creator_id = excluded.creator_id,
          opening_views = excluded.opening_views, opening_ad_views = excluded.opening_ad_views
        where c.kind = excluded.kind
      returning id, coalesce('x' || external_id, '#' || id) as key
    )
    select n.line, w.id, w.id = n.new_id as created from numbered n
    left join written w on w.key = coalesce('x' || n.external_id, '#' || n.new_id)`);
  return rows.map(({ line, id, created }) =>
    id === null ? ofTheOtherKind(line) : { line, outcome: created ? 'created' : 'updated', id },
  );
}

function tableOf(good: GoodLine[]) {
  const column = <T>(of: (wanted: ContentLine) => T) => sql.param(good.map(({ wanted }) => of(wanted)));
  return sql`select * from unnest(
    ${sql.param(good.map(({ line }) => line))}::int[], ${column(({ title }) => title)}::text[],
    ${column(({ kind }) => kind)}::text[], ${column(({ durationSeconds }) => durationSeconds ?? null)}::int[],
    ${column(({ externalId }) => externalId ?? null)}::text[], ${column(({ creatorId }) => creatorId ?? null)}::bigint[],
    ${column(({ creatorId }) => creatorId !== undefined)}::boolean[],
    ${column(({ openingViews }) => openingViews ?? null)}::bigint[],
    ${column(({ openingAdViews }) => openingAdViews ?? null)}::bigint[]
  ) as t (line, title, kind, duration_seconds, external_id, creator_id, creator_given, opening_views, opening_ad_views)`;
}

function ofTheOtherKind(line: number): ImportedLine {
  const errors = [{ pointer: '/kind', message: 'cannot change; this externalId is of the other kind' }];
  return { line, outcome: 'rejected', errors };
}
