import { z } from 'zod';
import { requireOwned } from '@/lib/content/require-owned';
import { listHours } from '@/lib/dashboard/queries/list-hours';
import { ContentIdText, Hours } from '@/lib/dashboard/schema';
import { route } from '@/lib/http/route';
import { DayText } from '@/lib/kernel/fields';

export const GET = route({
  summary: 'Figures per hour of a day of one content; a creator sees those of their own.',
  scope: 'settlements:read',
  query: z.object({ contentId: ContentIdText, day: DayText }),
  response: Hours,
  handle: async ({ query, actor }) => {
    await requireOwned(actor, query.contentId, query.day);
    return listHours(query);
  },
});
