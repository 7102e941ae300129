import { type Day, type DayRange, daysOf } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { readDb } from '@/lib/platform/database';
import { checkRange } from '../check-range';
import { type Intake, MAX_DAYS } from '../schema';

/** Duplicates and rejected events per business day of their arrival, which were answered and not stored. Error: dashboard/wrong-range. */
export async function listIntake(range: DayRange): Promise<Intake> {
  checkRange(range, MAX_DAYS);
  const { startOf, endOf, dayOf } = calendar();
  const { rows } = await readDb().$client.query<{ hour: Date; outcome: string; n: number }>(
    'select hour, outcome, n from intake_hours where hour >= $1 and hour < $2 order by hour',
    [startOf(range.from), endOf(range.to)],
  );
  const days = new Map<Day, Intake['items'][number]>(
    daysOf(range).map((day) => [day, { day, duplicate: 0, rejected: {} }]),
  );
  for (const { hour, outcome, n } of rows) {
    const item = days.get(dayOf(hour));
    if (!item) continue;
    if (outcome === 'duplicate') item.duplicate += n;
    else item.rejected[outcome] = (item.rejected[outcome] ?? 0) + n;
  }
  return { items: [...days.values()] };
}
