import { env } from '@/lib/platform/env';
import { sameSecret } from '@/lib/platform/secret';
import { httpErrors } from './errors';

/** Lets in whoever knows CRON_SECRET, as Vercel's cron and our own scheduler send it. Throws accounts/not-the-cron. */
export function requireCron(request: Request): void {
  const secret = env().CRON_SECRET;
  const given = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? '';
  if (secret && sameSecret(given, secret)) return;
  throw httpErrors.notTheCron();
}
