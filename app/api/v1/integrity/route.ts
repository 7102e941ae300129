import { route } from '@/lib/http/route';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { Integrity } from '@/lib/integrity/schema';

export const maxDuration = 300;

export const GET = route({
  summary: 'Whether what the product promises holds, looked at on live data in one snapshot.',
  scope: 'runs:read',
  response: Integrity,
  handle: ({ now }) => checkIntegrity(now),
});
