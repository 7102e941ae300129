import { DomainError } from '@/lib/kernel/error';
import { env } from '@/lib/platform/env';
import { sameSecret } from '@/lib/platform/secret';

/** Lets in whoever knows CRON_SECRET, as Vercel's cron and our own scheduler send it. Throws accounts/not-the-cron. */
export function requireCron(request: Request): void {
  const secret = env().CRON_SECRET;
  const given = request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? '';
  if (secret && sameSecret(given, secret)) return;
  throw new DomainError(
    'accounts/not-the-cron',
    'unauthenticated',
    'Only the scheduler may ask this',
    'Send `Authorization: Bearer <CRON_SECRET>`; without CRON_SECRET in the settings nobody may.',
  );
}
