import { listRuns } from '@/lib/events/queries/list-runs';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { dayErrors } from '../day-errors';
import type { SettlementDayDetail } from '../day-schema';
import { readDays } from './list-days';

const RUNS = 20;

/** A day with its newest runs. Errors: settlement/day-not-found. */
export async function getDay(day: Day, now: Date): Promise<SettlementDayDetail> {
  const [[found], { items: runs }, { rows }] = await Promise.all([
    readDays({ from: day, to: day, before: null, limit: 1 }, now),
    listRuns({ day, limit: RUNS }),
    db().$client.query<Pick<SettlementDayDetail, 'tariffVersion' | 'linesChecksum' | 'earlierOpenDay'>>(REST, [day]),
  ]);
  const [rest] = rows;
  if (!found || !rest) throw dayErrors.notFound(day);
  return { ...found, ...rest, runs };
}

const REST = `select (select version from tariffs where effective_on <= $1 order by effective_on desc limit 1) as "tariffVersion",
  (select lines_checksum from days where day = $1) as "linesChecksum",
  (select min(day) from days where day < $1 and state <> 'closed') as "earlierOpenDay"`;
