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
const toldBy = (beats: Beat[]) => [
  beats.map((beat) => beat.watchedMs),
  beats.map((beat) => new Date(beat.atMs).toISOString()),
  beats.map((beat) => beat.positionSeconds),
];
const begunBy = (beats: Beat[]) => toldBy(beats.map((beat) => ({ ...beat, ...beat.began })));

/**
 * Locks the rows of these players, which come in the order of their keys, and returns what stands; a player that has
 * none yet is made as it began, so that two processes with one new player count it once.
 */
export async function lockPlayers(connection: Connection, beats: Beat[]): Promise<Map<string, PlayerState>> {
  await connection.query({
    name: 'make-watch-players',
    text: `insert into watch_players (content_id, viewer, player_id, watched_milliseconds, at, position_seconds)
      select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::int[]) on conflict do nothing`,
    values: [...columnsOf(beats), ...begunBy(beats)],
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
    text: `update watch_players p set watched_milliseconds = b.watched, at = b.at, position_seconds = b.position
      from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::int[]) as b (content_id, viewer, player_id, watched, at, position)
      where p.content_id = b.content_id and p.viewer = b.viewer and p.player_id = b.player_id`,
    values: [...columnsOf(beats), ...toldBy(beats)],
  });
}

export type Watched = { contentId: number; day: Day; milliseconds: number };

/** Adds to the day of each part, in the order of their key; a fold adds it to the week and the month. */
export async function addWatchTimes(connection: Connection, watched: Watched[]): Promise<void> {
  await connection.query({
    name: 'add-watch-times',
    text: `insert into watch_times as t (grain, start_on, content_id, milliseconds, unfolded_milliseconds)
      select 'd', day, content_id, sum(ms), sum(ms) from unnest($1::bigint[], $2::date[], $3::bigint[]) as w (content_id, day, ms)
      group by 2, 3 order by 2, 3
      on conflict (grain, start_on, content_id) do update set milliseconds = t.milliseconds + excluded.milliseconds,
        unfolded_milliseconds = t.unfolded_milliseconds + excluded.milliseconds`,
    values: [
      watched.map((part) => part.contentId),
      watched.map((part) => part.day),
      watched.map((part) => part.milliseconds),
    ],
  });
}
