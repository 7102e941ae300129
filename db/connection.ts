import { Socket } from 'node:net';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { CallerPool } from './caller-pool';

export type Database = NodePgDatabase & { $client: pg.Pool };

export type ConnectionSettings = {
  url: string;
  /** Shown in pg_stat_activity. */
  name: string;
  maxConnections: number;
  statementTimeoutMilliseconds: number;
  /** How long a caller waits for a free connection before the pool gives up. */
  waitMilliseconds: number;
  /** After so long without a word the server is taken for gone; 0 for connections that listen or work long. */
  silenceMilliseconds?: number;
  /** Statements that go by keys, and for which one plan is always best: planned once a connection and not at each call, and never by reading a whole table, however small it was at that time. */
  byKeys?: boolean;
  /** Whose going away ends the statements that run on their behalf. */
  callerSignal?: () => AbortSignal | undefined;
};

// node-postgres returns 64-bit integers as text; every one of ours is below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date column is a business day and stays text; a JavaScript Date would move it by the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, String);

const BY_KEYS = ' -c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

/** A pool with bounded waits and statements. Idle connections that break are dropped and replaced, never thrown. */
export function connect(settings: ConnectionSettings): Database {
  const wanted: pg.PoolConfig = {
    connectionString: settings.url,
    application_name: settings.name,
    max: settings.maxConnections,
    connectionTimeoutMillis: settings.waitMilliseconds,
    statement_timeout: settings.statementTimeoutMilliseconds,
    // Before the silence of one at rest could be taken for that of a server that is gone.
    idleTimeoutMillis: Math.min(10_000, (settings.silenceMilliseconds || Infinity) / 2),
    idle_in_transaction_session_timeout: settings.statementTimeoutMilliseconds,
    options: `-c timezone=UTC${settings.byKeys ? BY_KEYS : ''}`,
    // A host that went without a word is noticed within some twenty seconds, also by who only listens.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    stream: () => impatientSocket(settings.silenceMilliseconds ?? 0),
  };
  const pool = settings.callerSignal ? new CallerPool(wanted, settings.callerSignal) : new pg.Pool(wanted);
  // A connection that breaks while it is in use fails its query and says so as an event too; unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => console.warn(`postgres: an idle connection was lost (${error.message})`));
  return drizzle({ client: pool });
}

/** The server's own limits end a statement, but after a failover nobody may be there to say so. */
function impatientSocket(silenceMilliseconds: number): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMilliseconds, () => {
    socket.destroy(new Error(`Connection terminated: no word from Postgres within ${silenceMilliseconds} ms`));
  });
  return socket;
}
