import { env } from '@/lib/platform/env';
import { sameSecret } from '@/lib/platform/secret';
import { httpErrors } from './errors';

/** Lets in whoever knows CRON_SECRET, as Vercel's cron and our own scheduler send it. Throws accounts/not-the-cron. */
export function requireCron(request: Request): void {
  if (!knows(request, env().CRON_SECRET)) throw httpErrors.notTheCron();
}

/** Lets in whoever knows METRICS_TOKEN, or CRON_SECRET. Throws accounts/not-the-monitor. */
export function requireMonitor(request: Request): void {
  const { METRICS_TOKEN, CRON_SECRET } = env();
  if (!knows(request, METRICS_TOKEN) && !knows(request, CRON_SECRET)) throw httpErrors.notTheMonitor();
}

function knows(request: Request, secret: string | undefined): boolean {
  const given = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? '';
  return secret !== undefined && sameSecret(given, secret);
}
