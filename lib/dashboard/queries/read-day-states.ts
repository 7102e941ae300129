import type { Day, DayRange } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';

/** Which days of a range are settled and unchanged since, and up to when everything is counted. */
export async function readDayStates({ from, to }: DayRange): Promise<{ final: Set<Day>; countedUpTo: Date }> {
  const { rows } = await readDb().$client.query<{ countedUpTo: Date; final: Day[] }>(
    `select counted_up_to as "countedUpTo", array(
       select day::text from days where day between $1 and $2 and state <> 'open' and not dirty
     ) as final from watermarks where id = 1`,
    [from, to],
  );
  return { final: new Set(rows[0]?.final ?? []), countedUpTo: rows[0]?.countedUpTo ?? new Date(0) };
}
