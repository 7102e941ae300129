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
