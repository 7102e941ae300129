import type { Day } from '@/lib/kernel/day';
import { type Month, monthText } from '../month';
import { statementErrors } from '../statement-errors';
import type { SettlementMonth } from '../statement-schema';
import { listMonths } from './list-months';

/** One month. Errors: settlement/month-not-found. */
export async function getMonth(month: Month, today: Day): Promise<SettlementMonth> {
  const found = (await listMonths(today)).find((row) => row.month === monthText(month));
  if (!found) throw statementErrors.monthNotFound();
  return found;
}
