import { after } from 'next/server';
import { now, steadyMilliseconds } from '@/lib/platform/clock';
import { env } from '@/lib/platform/env';
import { singleton } from '@/lib/platform/singleton';
import { runMinute } from './run-minute';

const MINUTE = 60_000;

/**
 * On a plan whose crons run once a day, the work of the minute cron is done after requests instead, at most once a
 * minute a process. The self-hosted server has a scheduler of its own.
 */
export function afterResponse(): void {
  if (!env().VERCEL) return;
  const last = singleton('after-response', () => ({ at: Number.NEGATIVE_INFINITY }));
  if (steadyMilliseconds() - last.at < MINUTE) return;
  last.at = steadyMilliseconds();
  after(() => runMinute(now()));
}
