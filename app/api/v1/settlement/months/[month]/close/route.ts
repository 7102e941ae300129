import { route } from '@/lib/http/route';
import { calendar } from '@/lib/platform/calendar';
import { closeMonth } from '@/lib/settlement/close-month';
import { monthOf } from '@/lib/settlement/month';
import { getMonth } from '@/lib/settlement/queries/get-month';
import { statementErrors } from '@/lib/settlement/statement-errors';
import { MonthPath, SettlementMonth } from '@/lib/settlement/statement-schema';

export const POST = route({
  summary: 'Closes a past month whose days are all closed, and issues its statements and payouts. Again is once.',
  scope: 'settlements:write',
  params: MonthPath,
  response: SettlementMonth,
  handle: async ({ params, ...call }) => {
    const month = monthOf(params.month);
    if (!month) throw statementErrors.monthNotFound();
    await closeMonth({ month, ...call });
    return getMonth(month, calendar().dayOf(call.now));
  },
});
