import { runDaily } from '@/lib/events/run-daily';
import { requireCron } from '@/lib/http/cron';
import { route } from '@/lib/http/route';

export const maxDuration = 300;

export const GET = route({
  summary: 'The daily run: settles past days, closes them, makes partitions ahead. For the scheduler.',
  scope: null,
  handle: async ({ request, now }) => {
    requireCron(request);
    return runDaily(now);
  },
});
