import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/connection';
import { stopwatch } from './clock';
import { singleton } from './singleton';

/** `behindSeconds` is how old the newest thing is that the replica may lack, 0 when it lacks nothing, null while it does not answer. */
export type ReplicaState = { behindSeconds: number | null };

/** A connection to each of the two. */
export type Probes = { primary: Database; replica: Database };

/** What a replica is given to catch up with the moment of the look: every healthy one is some milliseconds behind. */
const GRACE_MILLISECONDS = 250;
const KNOWN_FOR_MILLISECONDS = 2000;
const PAUSE_MILLISECONDS = 20;

type Memory = {
  state: ReplicaState | null;
  sinceLook: () => number;
  looking: Promise<ReplicaState> | null;
  /** Runs since the newest moment of which the replica is known to have everything. */
  sinceWhole: (() => number) | null;
};

const memory = () =>
  singleton('replica', (): Memory => ({ state: null, sinceLook: () => Infinity, looking: null, sinceWhole: null }));

/**
 * Looks how far the replica is behind, by places in the write-ahead log: a replica that nothing was sent to looks idle
 * to itself. Its own last commit, and the last look that found it whole, say how old it is at most. Never throws; while
 * the primary is silent the state stays what it was.
 */
export async function lookAtReplica(probes: Probes, graceMilliseconds = GRACE_MILLISECONDS): Promise<ReplicaState> {
  const known = memory();
  const sinceAsked = stopwatch();
  const wanted = await placeOf(probes.primary).catch(() => null);
  if (wanted !== null) known.state = await compare(probes.replica, wanted, sinceAsked, graceMilliseconds);
  known.sinceLook = stopwatch();
  return known.state ?? { behindSeconds: null };
}

/** What the last look found, null before the first; when it is some seconds old the next one begins, and nobody waits for it. */
export function knownReplica(probes: () => Probes): ReplicaState | null {
  const known = memory();
  if (known.sinceLook() > KNOWN_FOR_MILLISECONDS) {
    known.looking ??= lookAtReplica(probes()).finally(() => {
      known.looking = null;
    });
  }
  return known.state;
}

async function placeOf(primary: Database): Promise<string> {
  const { rows } = await primary.$client.query<{ place: string }>('select pg_current_wal_flush_lsn()::text as place');
  return rows[0]?.place ?? '0/0';
}

async function compare(
  replica: Database,
  wanted: string,
  sinceAsked: () => number,
  grace: number,
): Promise<ReplicaState> {
  const known = memory();
  try {
    for (;;) {
      const { whole, secondsSinceCommit } = await progressOf(replica, wanted);
      if (whole) {
        known.sinceWhole = sinceAsked;
        return { behindSeconds: 0 };
      }
      if (sinceAsked() >= grace) return { behindSeconds: oldest(secondsSinceCommit, known.sinceWhole) };
      await sleep(PAUSE_MILLISECONDS);
    }
  } catch {
    return { behindSeconds: null };
  }
}

type Progress = { whole: boolean; secondsSinceCommit: number | null };

// One that is no standby (the primary itself, say) has what it has written.
const PROGRESS = `select extract(epoch from clock_timestamp() - pg_last_xact_replay_timestamp())::float8 as "secondsSinceCommit",
  case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_flush_lsn() end >= $1::pg_lsn as whole`;

async function progressOf(replica: Database, wanted: string): Promise<Progress> {
  const { rows } = await replica.$client.query<Progress>(PROGRESS, [wanted]);
  return rows[0] ?? { whole: false, secondsSinceCommit: null };
}

/** Both are upper bounds, so the lower one is true. */
function oldest(secondsSinceCommit: number | null, sinceWhole: Memory['sinceWhole']): number | null {
  const bounds = [secondsSinceCommit ?? Infinity, sinceWhole ? sinceWhole() / 1000 : Infinity];
  const seconds = Math.max(0.1, Math.min(...bounds));
  return seconds === Infinity ? null : Math.round(seconds * 10) / 10;
}
