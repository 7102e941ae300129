import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import { type Beat, playerKeyOf } from './held-beats';
import type { PlayerState } from './rules';

type Connection = Pick<pg.ClientBase, 'query'>;

const columnsOf = (beats: Beat[]) => [
  beats.map((beat) => beat.contentId),
  beats.map((beat) => beat.viewer),
  beats.map((beat) => beat.playerId),
];
const timesOf = (beats: { atMs: number }[]) => beats.map((beat) => new Date(beat.atMs).toISOString());

/**
 * Locks the rows of these players, which come in the order of their keys, and returns what stands; a player that has
 * none yet is made with this heartbeat, so that two processes with one new player count it once.
 */
export async function lockPlayers(connection: Connection, beats: Beat[]): Promise<Map<string, PlayerState>> {
  await connection.query({
    name: 'make-watch-players',
    text: `insert into watch_players (content_id, viewer, player_id, watched_milliseconds, at)
      select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[]) on conflict do nothing`,
    values: [...columnsOf(beats), beats.map((beat) => beat.watchedMs), timesOf(beats)],
  });
  const { rows } = await connection.query<PlayerRow>({
    name: 'lock-watch-players',
    text: `select p.content_id as "contentId", p.viewer, p.player_id as "playerId", p.watched_milliseconds as "watchedMs", p.at
      from unnest($1::bigint[], $2::text[], $3::text[]) with ordinality as k (content_id, viewer, player_id, n)
      join watch_players p on p.content_id = k.content_id and p.viewer = k.viewer and p.player_id = k.player_id
      order by k.n for update of p`,
    values: columnsOf(beats),
  });
  return new Map(
    rows.map((row) => [playerKeyOf(row), { watchedSeconds: row.watchedMs / 1000, atMs: row.at.getTime() }]),
  );
}

type PlayerRow = Pick<Beat, 'contentId' | 'viewer' | 'playerId' | 'watchedMs'> & { at: Date };

export async function savePlayers(connection: Connection, beats: Beat[]): Promise<void> {
  await connection.query({
    name: 'save-watch-players',
    text: `update watch_players p set watched_milliseconds = b.watched, at = b.at
      from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[]) as b (content_id, viewer, player_id, watched, at)
      where p.content_id = b.content_id and p.viewer = b.viewer and p.player_id = b.player_id`,
    values: [...columnsOf(beats), beats.map((beat) => beat.watchedMs), timesOf(beats)],
  });
}

/** The newest position of each viewer stands, whatever comes late or twice. */
export async function savePositions(connection: Connection, beats: Beat[]): Promise<void> {
  await connection.query({
    name: 'save-watch-positions',
    text: `insert into watch_positions as p (content_id, viewer, position_seconds, at)
      select distinct on (1, 2) * from unnest($1::bigint[], $2::text[], $3::int[], $4::timestamptz[]) as b (content_id, viewer, position, at)
      order by 1, 2, at desc
      on conflict (content_id, viewer) do update set position_seconds = excluded.position_seconds, at = excluded.at
      where p.at < excluded.at`,
    values: [
      beats.map((beat) => beat.contentId),
      beats.map((beat) => beat.viewer),
      beats.map((beat) => beat.positionSeconds),
      timesOf(beats),
    ],
  });
}

export type Watched = { contentId: number; day: Day; milliseconds: number };

/** Adds to the day, week (from Monday) and month of each part, in the order of their key. */
export async function addWatchTimes(connection: Connection, watched: Watched[]): Promise<void> {
  await connection.query({
    name: 'add-watch-times',
    text: `insert into watch_times as t (grain, start_on, content_id, milliseconds)
      select g.grain, g.start_on, w.content_id, sum(w.ms)
      from unnest($1::bigint[], $2::date[], $3::bigint[]) as w (content_id, day, ms),
        lateral (values ('d', w.day), ('w', date_trunc('week', w.day)::date), ('m', date_trunc('month', w.day)::date)) as g (grain, start_on)
      group by 1, 2, 3 order by 1, 2, 3
      on conflict (grain, start_on, content_id) do update set milliseconds = t.milliseconds + excluded.milliseconds`,
    values: [
      watched.map((part) => part.contentId),
      watched.map((part) => part.day),
      watched.map((part) => part.milliseconds),
    ],
  });
}
