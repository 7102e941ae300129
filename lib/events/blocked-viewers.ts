import { stopwatch } from '@/lib/platform/clock';
import { ingestDb } from '@/lib/platform/database';
import { singleton } from '@/lib/platform/singleton';

/** From when on (milliseconds, `-Infinity` for all their events) the events of a viewer do not count. */
export type BlockedViewers = ReadonlyMap<string, number>;

/** `age` is null before they were read. */
type Kept = { viewers: BlockedViewers; age: (() => number) | null; reading: Promise<void> | null };

/** How long a new or lifted block may stay unknown to arrivals; the run of the day knows it anyway. */
const KEPT_MILLISECONDS = 3000;

const kept = () => singleton('blocked viewers', (): Kept => ({ viewers: new Map(), age: null, reading: null }));

/**
 * The viewers that are blocked now, as of some seconds ago. Only the first call of a process waits for the database;
 * while it is away the last known ones stand.
 */
export async function blockedViewers(): Promise<BlockedViewers> {
  const state = kept();
  if (state.age === null || state.age() > KEPT_MILLISECONDS)
    state.reading ??= read(state).finally(() => (state.reading = null));
  if (state.age === null) await state.reading;
  else state.reading?.catch(() => {}); // tried again by the next arrival
  return state.viewers;
}

/** What was kept is not good enough any more: this process has just changed the blocks. */
export function forgetBlockedViewers(): void {
  kept().age = null;
}

async function read(state: Kept): Promise<void> {
  const age = stopwatch();
  const { rows } = await ingestDb().$client.query<{ viewer: string; fromMs: number | null }>(
    `select viewer, case when bool_or(from_at is null) then null else (extract(epoch from min(from_at)) * 1000)::bigint end as "fromMs"
     from viewer_blocks where lifted_at is null group by viewer`,
  );
  state.viewers = new Map(rows.map(({ viewer, fromMs }) => [viewer, fromMs ?? -Infinity]));
  state.age = age;
}
