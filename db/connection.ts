import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export type Database = NodePgDatabase & { $client: pg.Pool };

export type ConnectionSettings = {
  url: string;
  /** Shown in pg_stat_activity. */
  name: string;
  maxConnections: number;
  statementTimeoutMilliseconds: number;
  /** How long a caller waits for a free connection before the pool gives up. */
  waitMilliseconds: number;
};

// node-postgres returns 64-bit integers as text; every one of ours is below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
// A date column is a business day and stays text; a JavaScript Date would move it by the machine's own zone.
pg.types.setTypeParser(pg.types.builtins.DATE, String);

/** A pool with bounded waits and statements. Idle connections that break are dropped and replaced, never thrown. */
export function connect(settings: ConnectionSettings): Database {
  const pool = new pg.Pool({
    connectionString: settings.url,
    application_name: settings.name,
    max: settings.maxConnections,
    connectionTimeoutMillis: settings.waitMilliseconds,
    statement_timeout: settings.statementTimeoutMilliseconds,
    idle_in_transaction_session_timeout: settings.statementTimeoutMilliseconds,
    options: '-c timezone=UTC',
  });
  // A connection that breaks while it is in use fails its query and says so as an event too; unheard, that would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => console.warn(`postgres: an idle connection was lost (${error.message})`));
  return drizzle({ client: pool });
}
