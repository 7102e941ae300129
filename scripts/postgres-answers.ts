import pg from 'pg';

/** Whether a Postgres at this address accepts its password and answers. Never throws, waits a second at most. */
export async function askPostgres(url: string): Promise<'answers' | 'silent' | 'wrong password'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return 'answers';
  } catch (error) {
    return error instanceof pg.DatabaseError && error.code === '28P01' ? 'wrong password' : 'silent';
  } finally {
    await client.end().catch(() => {});
  }
}
