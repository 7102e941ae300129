import QueryStream from 'pg-query-stream';
import { readDb } from '@/lib/platform/database';
import { linesInSql } from './lines-in-sql';
import { daysOfMonth } from './month';
import type { StatementKey } from './statement-id';
import type { StatementLine } from './statement-schema';

/** Every line of a statement, what earned most first, a few hundred at a time however many there are. */
export async function* streamStatementLines({ month, creatorId }: StatementKey): AsyncGenerator<StatementLine> {
  const { from, to } = daysOfMonth(month);
  const client = await readDb().$client.connect();
  const statement = `${linesInSql} order by i.total desc, i."contentId"`;
  const rows = client.query(new QueryStream(statement, [from, to, creatorId], { batchSize: 500 }));
  try {
    for await (const row of rows) yield row;
  } finally {
    rows.destroy();
    client.release();
  }
}
