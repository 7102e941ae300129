import { requireMonitor } from '@/lib/http/cron';
import { readMetrics } from '@/lib/http/read-metrics';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';

export const GET = route({
  summary: 'What this server measured, for Prometheus.',
  scope: null,
  produces: 'text/plain',
  handle: async ({ request, now }) => {
    await requireMonitor(request);
    const { text, contentType } = await readMetrics(now);
    return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
  },
});
