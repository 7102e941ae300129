import type pg from 'pg';

/**
 * How many rows of the tables called like this (of LIKE) this work reads, by whatever plan, on this connection. In a
 * transaction that is rolled back, since only there a connection tells its own figures.
 */
export async function rowsRead(client: pg.PoolClient, tables: string, work: () => Promise<unknown>): Promise<number> {
  const soFar = async () => {
    const { rows } = await client.query<{ n: number }>(
      `select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)::int as n
       from pg_stat_xact_user_tables where relname like $1`,
      [tables],
    );
    return rows[0]?.n ?? 0;
  };
  await client.query('begin');
  try {
    const before = await soFar();
    await work();
    return (await soFar()) - before;
  } finally {
    await client.query('rollback');
  }
}
