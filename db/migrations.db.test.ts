import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '@/lib/platform/database';

test('the event log is partitioned by range of day, with an empty default partition', async () => {
  const { rows } = await db().execute(
    sql`select pg_get_partkeydef('events'::regclass) as key, (select count(*) from events_default) as stray`,
  );
  expect(rows).toEqual([{ key: 'RANGE (day)', stray: 0 }]);
});
