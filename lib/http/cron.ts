import { env } from '@/lib/platform/env';
import { sameSecret } from '@/lib/platform/secret';
import { refuseGuess } from './actor';
import { httpErrors } from './errors';

/** Lets in whoever knows CRON_SECRET, as Vercel's cron and our own scheduler send it. Throws accounts/not-the-cron. */
export async function requireCron(request: Request): Promise<void> {
  if (!knows(request, env().CRON_SECRET)) await refuseGuess(request, httpErrors.notTheCron());
}

/** Lets in whoever knows METRICS_TOKEN, or CRON_SECRET. Throws accounts/not-the-monitor. */
export async function requireMonitor(request: Request): Promise<void> {
  const { METRICS_TOKEN, CRON_SECRET } = env();
  const isKnown = knows(request, METRICS_TOKEN) || knows(request, CRON_SECRET);
  if (!isKnown) await refuseGuess(request, httpErrors.notTheMonitor());
}

function knows(request: Request, secret: string | undefined): boolean {
  const given = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? '';
  return secret !== undefined && sameSecret(given, secret);
}
