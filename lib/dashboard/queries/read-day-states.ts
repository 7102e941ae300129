import type { Day, DayRange } from '@/lib/kernel/day';
import { readDb } from '@/lib/platform/database';

export type DayStates = { final: Set<Day>; first: Day | null; countedUpTo: Date };

/** Which days of a range are settled and unchanged since, the first day of all, and up to when everything is counted. */
export async function readDayStates({ from, to }: DayRange, database = readDb()): Promise<DayStates> {
  const { rows } = await database.$client.query<{ countedUpTo: Date; first: Day | null; final: Day[] }>(
    `select counted_up_to as "countedUpTo", (select min(day) from days) as first, array(
       select day::text from days where day between $1 and $2 and state <> 'open' and not dirty
     ) as final from watermarks where id = 1`,
    [from, to],
  );
  const { final = [], first = null, countedUpTo = new Date(0) } = rows[0] ?? {};
  return { final: new Set(final), first, countedUpTo };
}

/** Settled and unchanged since, or before the first day of all, on which nothing will ever be. */
export function isFinalDay({ final, first }: DayStates, day: Day): boolean {
  return final.has(day) || (first !== null && day < first);
}
