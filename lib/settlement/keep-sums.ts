import type pg from 'pg';
import type { Day } from '@/lib/kernel/day';
import type { SummedLines } from './replace-lines';

/** Keeps checksum and sums of the lines of a day beside the day. */
export async function keepSums(client: pg.ClientBase, day: Day, { checksum, totals }: SummedLines): Promise<void> {
  await client.query('update days set lines_checksum = $2, lines_totals = $3 where day = $1', [
    day,
    checksum,
    { ...totals, checksum },
  ]);
}
