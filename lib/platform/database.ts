import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { connect, type Database } from '@/db/connection';
import { callerSignal } from './caller';
import { env } from './env';
import { knownReplica, lookAtReplica, type Probes, type ReplicaState } from './replica';
import { singleton } from './singleton';
import { traceStatements } from './trace-statements';

export type { Database };
/** What a query needs: a pool or a transaction. */
export type Db = Pick<NodePgDatabase, 'select' | 'insert' | 'update' | 'delete' | 'execute'>;
/** Inside `transaction`. */
export type Tx = Parameters<Parameters<NodePgDatabase['transaction']>[0]>[0];

/** Events come in here: short statements, a pool of their own, so that busy dashboards never starve them. */
export function ingestDb(): Database {
  return pool('ingest', env().DATABASE_URL, 10_000, 5_000);
}

/** Operations of people and programs. */
export function db(): Database {
  return pool('app', env().DATABASE_URL, 15_000, 5_000);
}

/**
 * Reads that may lag (statistics, reports, exports): the replica when there is one, unless it is away or further behind
 * than REPLICA_MAX_LAG_SECONDS; then the primary, by as few connections.
 */
export function readDb(): Database {
  const { DATABASE_URL, DATABASE_REPLICA_URL } = env();
  return DATABASE_REPLICA_URL !== undefined && isReplicaFit()
    ? pool('replica', DATABASE_REPLICA_URL, 15_000, 5_000)
    : pool('read', DATABASE_URL, 15_000, 5_000);
}

/** How many seconds what `readDb` reads at this moment is behind; 0 from the primary. */
export function secondsBehind(): number {
  return env().DATABASE_REPLICA_URL !== undefined && isReplicaFit() ? (knownReplica(probes)?.behindSeconds ?? 0) : 0;
}

/** Looks at the replica, which is given so long to catch up with this moment. Null when there is none. */
export async function replicaState(graceMilliseconds?: number): Promise<ReplicaState | null> {
  return env().DATABASE_REPLICA_URL === undefined ? null : lookAtReplica(probes(), graceMilliseconds);
}

/** Daily runs and other long work: no statement timeout, few connections, past a pooler since it needs sessions of its own. */
export function batchDb(): Database {
  return pool('batch', env().DATABASE_DIRECT_URL ?? env().DATABASE_URL, 0, 30_000);
}

/** The job worker's own, past a pooler: two connections listen, the others fetch and complete jobs. */
export function jobsDb(): Database {
  return pool('jobs', env().DATABASE_DIRECT_URL ?? env().DATABASE_URL, 15_000, 10_000);
}

export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().transaction(work);
}

function isReplicaFit(): boolean {
  const behind = knownReplica(probes)?.behindSeconds ?? Infinity;
  return behind <= env().REPLICA_MAX_LAG_SECONDS;
}

/** Connections of their own, so that a busy pool is not taken for a replica that is away. */
function probes(): Probes {
  const { DATABASE_URL, DATABASE_REPLICA_URL = DATABASE_URL } = env();
  return {
    primary: pool('probe', DATABASE_URL, 2_000, 2_000),
    replica: pool('replica-probe', DATABASE_REPLICA_URL, 2_000, 2_000),
  };
}

/** Ends every pool that was opened, for scripts and tests that must let the process end. */
export async function closePools(): Promise<void> {
  const open = [...pools().values()];
  pools().clear();
  await Promise.all(open.map((database) => database.$client.end()));
}

/** How busy each pool of this process is that was opened: connections, those at rest, and who waits for one. */
export function poolStates(): { name: string; connections: number; idle: number; waiting: number }[] {
  return [...pools()].map(([name, { $client }]) => ({
    name,
    connections: $client.totalCount,
    idle: $client.idleCount,
    waiting: $client.waitingCount,
  }));
}

/** Pools whose size is not configured. A run holds one connection and one a lane; beside it another one waits for its turn. */
function sizeOf(name: string): number {
  if (name === 'batch') return 4 + env().SETTLE_LANES;
  if (name === 'jobs') return 5;
  return name.endsWith('probe') ? 1 : env().DATABASE_POOL_SIZE;
}

/** Some listen for jobs, and some work on one statement for as long as it takes. */
const WORKS_LONG = /^(jobs|batch)$/;
const READS = /^(read|replica)$/;

/** Longer than any statement of the pool may take; a look at the integrity has half a minute. */
const silenceOf = (name: string, statementTimeoutMilliseconds: number) =>
  READS.test(name) ? 35_000 : statementTimeoutMilliseconds + 5_000;

const pools = () => singleton('pools', () => new Map<string, Database>());

function pool(name: string, url: string, statementTimeoutMilliseconds: number, waitMilliseconds: number): Database {
  const existing = pools().get(name);
  if (existing) return existing;
  const made = connect({
    url,
    name: `boxoffice ${name}`,
    maxConnections: sizeOf(name),
    statementTimeoutMilliseconds,
    waitMilliseconds,
    ...(!WORKS_LONG.test(name) && { silenceMilliseconds: silenceOf(name, statementTimeoutMilliseconds) }),
    ...(READS.test(name) && { callerSignal }),
    // Its statements go by primary keys. Planning the insert of events anew for each group cost Postgres more than running it.
    ...(name === 'ingest' && { byKeys: true }),
  });
  traceStatements(made.$client, name);
  pools().set(name, made);
  return made;
}
