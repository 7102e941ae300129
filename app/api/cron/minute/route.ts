import { requireCron } from '@/lib/http/cron';
import { route } from '@/lib/http/route';
import { runMinute } from '@/lib/http/run-minute';

export const maxDuration = 60;

export const GET = route({
  summary: 'Folds what was counted, writes what players told and runs jobs. For the scheduler.',
  scope: null,
  handle: async ({ request, now }) => {
    requireCron(request);
    return runMinute(now);
  },
});
