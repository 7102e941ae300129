import type pg from 'pg';
import { calendar } from '@/lib/platform/calendar';
import { clientTransaction } from '@/lib/platform/client-transaction';
import { ingestDb } from '@/lib/platform/database';
import { type Beat, playerKeyOf } from './held-beats';
import { type PlayerState, splitByDay, stepPlayer } from './rules';
import { addWatchTimes, lockPlayers, savePlayers, type Watched } from './store';

/**
 * Writes what players told, where they are and the time watched, in one transaction. What was
 * written before, by whomever, adds nothing again: each player's increase is taken from its row under the row's lock.
 */
export async function writeBeats(beats: Beat[]): Promise<void> {
  if (beats.length === 0) return;
  await clientTransaction(ingestDb(), (client) => write(client, latestOf(beats)));
}

async function write(client: pg.PoolClient, beats: Beat[]): Promise<void> {
  const states = await lockPlayers(client, beats);
  const moved: Beat[] = [];
  const watched: Watched[] = [];
  for (const beat of beats) {
    const addedMs = addedMsOf(states.get(playerKeyOf(beat)) ?? null, beat);
    if (addedMs === null) continue;
    moved.push(beat);
    for (const part of splitByDay(beat.atMs, addedMs, calendar())) watched.push({ contentId: beat.contentId, ...part });
  }
  if (moved.length > 0) await savePlayers(client, moved);
  // Last: the rows of a video that everybody watches are held for the shortest time.
  if (watched.length > 0) await addWatchTimes(client, watched);
}

function addedMsOf(state: PlayerState | null, { atMs, watchedMs }: Beat): number | null {
  const step = stepPlayer(state, { atMs, watchedSeconds: watchedMs / 1000 });
  return step && Math.round(step.addedSeconds * 1000);
}

/** The newest of each player, in the order in which every writer locks them. */
function latestOf(beats: Beat[]): Beat[] {
  const latest = new Map<string, Beat>();
  for (const beat of beats) {
    const key = playerKeyOf(beat);
    if ((latest.get(key)?.atMs ?? Number.NEGATIVE_INFINITY) < beat.atMs) latest.set(key, beat);
  }
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, beat]) => beat);
}
