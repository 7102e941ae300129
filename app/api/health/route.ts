import { route } from '@/lib/http/route';
import { checkHealth } from '@/lib/status/queries/check-health';

export const dynamic = 'force-dynamic';

export const GET = route({
  summary: 'Whether this server can work, with the reasons when it cannot.',
  scope: null,
  handle: async ({ now }) => {
    const health = await checkHealth(now);
    return Response.json(health, { status: health.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } });
  },
});
