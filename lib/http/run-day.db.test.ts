import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { heldBeats } from '@/lib/streaming/held-beats';
import { runDay } from './run-day';
import { runMinute } from './run-minute';

const now = new Date();
const ask = async (text: string, values: unknown[] = []) => (await db().$client.query(text, values)).rows;

beforeEach(() =>
  ask('alter table idempotent_answers rename to answers_away; alter table event_deltas rename to deltas_away'),
);
afterEach(() =>
  ask(`alter table if exists answers_away rename to idempotent_answers;
    alter table if exists deltas_away rename to event_deltas`),
);

test('a part of the daily run that fails keeps no other from its work, and the run is told as failed', async () => {
  await ask('alter table deltas_away rename to event_deltas');
  await expect(runDay(now)).rejects.toThrow('idempotent_answers');
  const yesterday = addDays(calendar().dayOf(now), -1);
  expect(await ask('select state from days where day = $1', [yesterday])).toEqual([{ state: 'settled' }]);
});

test('while nothing can be folded, heartbeats are written all the same', async () => {
  const beat = { contentId: 1, viewer: 'm:ann', playerId: 'tv', atMs: now.getTime(), watchedMs: 0, positionSeconds: 5 };
  await heldBeats().hold([beat]);
  await expect(runMinute(now)).rejects.toThrow('event_deltas');
  expect(await ask('select position_seconds as s from watch_players')).toEqual([{ s: 5 }]);
});
