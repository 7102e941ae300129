import { route } from '@/lib/http/route';
import { calendar } from '@/lib/platform/calendar';
import { listMonths } from '@/lib/settlement/queries/list-months';
import { MonthList } from '@/lib/settlement/statement-schema';

export const GET = route({
  summary: 'Every month of the settlement, the latest first: its state, days not closed, creators and totals.',
  scope: 'payouts:read',
  response: MonthList,
  handle: async ({ now }) => ({ items: await listMonths(calendar().dayOf(now)), nextCursor: null }),
});
