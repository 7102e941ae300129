import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { JUDGED_TYPES, REASON_CODES, type Reason, TYPE_CODES } from './codes';
import type { Candidate } from './read-events';
import type { LikeState } from './rules';

/** A connection: a pool, or one client inside a transaction. */
type Connection = Pick<pg.ClientBase, 'query'>;

export type Judged = { candidate: Candidate; reason: Reason | null };

/** An event that comes again has the same key. */
export const keyOf = (event: { day: Day; contentId: number; id: string }) =>
  `${event.day} ${event.contentId} ${event.id}`;

// One statement, one snapshot, one commit: what is really inserted is also summed, what is late for its day marked (rule 8),
// and the rest tallied. Keys are answered only when some were there already: most often all of them are new.
const INSERT_EVENTS = `with inserted as (
  insert into events (day, content_id, id, type, reason, viewer, at, ad_position_seconds, ad_video_id)
  select day, content_id, id, type, reason, viewer, timestamptz 'epoch' + at_ms * interval '1 millisecond', ad_position_seconds, ad_video_id
  from unnest($1::date[], $2::bigint[], $3::uuid[], $4::smallint[], $5::smallint[], $6::text[], $7::bigint[], $8::int[], $9::bigint[])
    as t (day, content_id, id, type, reason, viewer, at_ms, ad_position_seconds, ad_video_id)
  on conflict do nothing returning day, content_id, id, type, reason
), counted as (
  select count(*)::int as n from inserted
), late as (
  insert into provisional_verdicts (day, content_id, id)
  select day, content_id, id from inserted where type in (${JUDGED_TYPES})
    and day = any(array(select d.day from days d where d.day = any($13::date[]) and d.state <> 'open'))
  on conflict do nothing
), summed as (
  insert into event_deltas (day, content_id, metric, n)
  select day, content_id, case when reason = 0 then type else reason end, count(*) from inserted group by 1, 2, 3
), tallied as (
  insert into intake_deltas (hour, outcome, n)
  select date_trunc('hour', now()), outcome, n from unnest($10::text[], $11::int[]) as t (outcome, n)
  union all
  select date_trunc('hour', now()), 'duplicate', n
  from (select $12::int + cardinality($3) - n as n from counted) as d where n > 0
)
select case when n < cardinality($3) then array(select day || ' ' || content_id || ' ' || id from inserted) end as new from counted`;

export type Tally = { rejected: Map<string, number>; duplicates: number };

/**
 * Inserts the events that are new, adds what was inserted to the deltas, and tallies rejections and repetitions.
 * Rows go in the order of their key, so that two requests with the same events wait for each other instead of deadlocking.
 * @returns keys of those that had been stored before
 */
export async function insertEvents(connection: Connection, judged: Judged[], tally: Tally): Promise<Set<string>> {
  const rows = judged.map((one) => ({ ...one, key: keyOf(one.candidate) })).sort((a, b) => compare(a.key, b.key));
  // Written out here, since the driver would quote and escape each element; only `viewer` is text that needs it.
  const array = (pick: (one: Judged) => string | number | null) => `{${rows.map((one) => pick(one) ?? 'NULL').join()}}`;
  // The columns of ad views are null for all others; where there is none, the shorter lists are filled up with nulls.
  const ofAds: typeof array = (pick) => (rows.some((one) => pick(one) !== null) ? array(pick) : '{}');
  const { rows: answer } = await connection.query<{ new: string[] | null }>({
    name: 'insert-events',
    text: INSERT_EVENTS,
    values: [
      array(({ candidate }) => candidate.day),
      array(({ candidate }) => candidate.contentId),
      array(({ candidate }) => candidate.id),
      array(({ candidate }) => TYPE_CODES[candidate.type]),
      array(({ reason }) => (reason === null ? 0 : REASON_CODES[reason])),
      rows.map(({ candidate }) => candidate.viewer),
      array(({ candidate }) => candidate.atMs),
      ofAds(({ candidate }) => candidate.adPositionSeconds),
      ofAds(({ candidate }) => candidate.adVideoId),
      [...tally.rejected.keys()],
      [...tally.rejected.values()],
      tally.duplicates,
      [...new Set(rows.map(({ candidate }) => candidate.day))],
    ],
  });
  const inserted = answer[0]?.new;
  const stored = new Set(inserted ? rows.map((one) => one.key) : []);
  for (const key of inserted ?? []) stored.delete(key);
  return stored;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Locks the like states of these pairs, in the order of their key; a pair that has none yet is made as "not liked,
 * never". One statement: the update that changes nothing takes the lock and returns what stands.
 */
export async function lockLikes(connection: Connection, pairs: Candidate[]): Promise<Map<string, LikeState>> {
  const { rows } = await connection.query<LikeRow>({
    name: 'lock-likes',
    text: `insert into likes as l (content_id, viewer, liked, at, event_id)
      select distinct content_id, viewer, false, 'epoch'::timestamptz, '00000000-0000-0000-0000-000000000000'::uuid
      from unnest($1::bigint[], $2::text[]) as k (content_id, viewer) order by 1, 2
      on conflict (content_id, viewer) do update set viewer = l.viewer
      returning content_id as "contentId", viewer, liked, at, event_id as "eventId"`,
    values: [pairs.map((pair) => pair.contentId), pairs.map((pair) => pair.viewer)],
  });
  return new Map(rows.map((row) => [likeKeyOf(row), { liked: row.liked, at: row.at.getTime(), eventId: row.eventId }]));
}

type LikeRow = { contentId: number; viewer: string; liked: boolean; at: Date; eventId: string };

export const likeKeyOf = (pair: { contentId: number; viewer: string }) => `${pair.contentId} ${pair.viewer}`;

export async function saveLikes(connection: Connection, states: Map<string, LikeState>): Promise<void> {
  const keys = [...states.keys()].map((key) => {
    const space = key.indexOf(' ');
    return { contentId: Number(key.slice(0, space)), viewer: key.slice(space + 1) };
  });
  const saved = [...states.values()];
  await connection.query({
    name: 'save-likes',
    text: `update likes l set liked = s.liked, at = s.at, event_id = s.event_id
      from unnest($1::bigint[], $2::text[], $3::bool[], $4::timestamptz[], $5::uuid[]) as s (content_id, viewer, liked, at, event_id)
      where l.content_id = s.content_id and l.viewer = s.viewer`,
    values: [
      keys.map((key) => key.contentId),
      keys.map((key) => key.viewer),
      saved.map((state) => state.liked),
      saved.map((state) => new Date(state.at).toISOString()),
      saved.map((state) => state.eventId),
    ],
  });
}

/** Which of these events the log has already; each is looked up by its key, also where a plan was made when the day was empty. */
export async function findStored(
  connection: Connection,
  candidates: Pick<Candidate, 'day' | 'contentId' | 'id'>[],
): Promise<Set<string>> {
  const { rows } = await connection.query<{ day: Day; contentId: number; id: string }>({
    name: 'find-stored',
    text: `select e.day, e.content_id as "contentId", e.id
      from unnest($1::date[], $2::bigint[], $3::uuid[]) as k (day, content_id, id) cross join lateral (
        select day, content_id, id from events where day = k.day and content_id = k.content_id and id = k.id offset 0
      ) e`,
    values: [candidates.map((c) => c.day), candidates.map((c) => c.contentId), candidates.map((c) => c.id)],
  });
  return new Set(rows.map(keyOf));
}
