import { type DailyRun, runDaily } from '@/lib/events/run-daily';
import { batchDb } from '@/lib/platform/database';
import { forgetAnswers } from '@/lib/platform/forget-answers';

/** What the daily cron does: the daily run of the events, and first answers to be repeated no longer are forgotten. */
export async function runDay(now: Date): Promise<DailyRun & { answersForgotten: number }> {
  const answersForgotten = await forgetAnswers(batchDb(), now);
  return { ...(await runDaily(now)), answersForgotten };
}
