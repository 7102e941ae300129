import { requireCron } from '@/lib/http/cron';
import { route } from '@/lib/http/route';
import { runDay } from '@/lib/http/run-day';
import { recordCron } from '@/lib/platform/record-cron';

export const maxDuration = 300;

export const GET = route({
  summary:
    'The daily run: settles past days, closes them, makes partitions ahead, forgets old answers. For the scheduler.',
  scope: null,
  handle: async ({ request, now }) => {
    await requireCron(request);
    return recordCron('daily', now, () => runDay(now));
  },
});
