import { requireCron } from '@/lib/http/cron';
import { route } from '@/lib/http/route';
import { runMinute } from '@/lib/http/run-minute';
import { recordCron } from '@/lib/platform/record-cron';

export const maxDuration = 60;

export const GET = route({
  summary: 'Folds what was counted, writes what players told and runs jobs. For the scheduler.',
  scope: null,
  handle: async ({ request, now }) => {
    await requireCron(request);
    return recordCron('minute', now, () => runMinute(now));
  },
});
