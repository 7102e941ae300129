import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';
import { forgetPlayers } from './forget-players';

test('a player is forgotten 72 hours after its last heartbeat, and not before', async () => {
  const now = new Date('2026-11-22T03:00:00Z');
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  await db().$client.query(
    `insert into watch_players (content_id, viewer, player_id, watched_milliseconds, at) values
      (1, 'm:ann', 'gone', 0, $1), (1, 'm:ann', 'there', 0, $2), (1, 'm:ann', 'now', 0, $3)`,
    [hoursAgo(72.001), hoursAgo(72), now],
  );
  expect(await forgetPlayers(db(), now)).toBe(1);
  const { rows } = await db().$client.query('select player_id from watch_players order by 1');
  expect(rows).toEqual([{ player_id: 'now' }, { player_id: 'there' }]);
});

test('where a viewer was outlives the player, and the newest of its players says it', async () => {
  await db().$client.query('truncate watch_players, watch_positions');
  const now = new Date('2026-11-22T03:00:00Z');
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  await db().$client.query(
    `insert into watch_players (content_id, viewer, player_id, watched_milliseconds, at, position_seconds) values
      (1, 'm:ann', 'tv', 0, $1, 10), (1, 'm:ann', 'phone', 0, $2, 20), (2, 'm:ann', 'tv', 0, $2, 30), (3, 'm:ann', 'old', 0, $2, null)`,
    [hoursAgo(90), hoursAgo(80)],
  );
  await db().$client.query(
    `insert into watch_positions (content_id, viewer, position_seconds, at) values (2, 'm:ann', 99, $1), (3, 'm:ann', 77, $2)`,
    [hoursAgo(70), hoursAgo(80)],
  );
  expect(await forgetPlayers(db(), now)).toBe(4);
  const { rows } = await db().$client.query(
    'select content_id as id, position_seconds as s from watch_positions order by 1',
  );
  expect(rows).toEqual([
    { id: 1, s: 20 },
    { id: 2, s: 99 },
    { id: 3, s: 77 },
  ]);
});
