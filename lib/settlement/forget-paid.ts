import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';

/** A closed day that the first open one has nothing for is owed nothing: closed lines paid for all of its counts. */
export async function forgetPaid(client: pg.ClientBase, first: Day, held: Day[]): Promise<void> {
  await client.query(
    `update days set owed = false, lines_checksum = coalesce(lines_checksum, '0')
     where day = any($2::date[]) and day not in (select for_day from settlement_lines where day = $1 and for_day < day)`,
    [first, held],
  );
}
