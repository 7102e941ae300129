import { ownerSeenBy } from '@/lib/ads/rules';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';
import { adVideoReportCsv } from '@/lib/streaming/ad-video-report-csv';
import { AdVideoPath, AdVideoReport, AdVideoReportQuery } from '@/lib/streaming/ad-video-schema';
import { getAdVideoReport } from '@/lib/streaming/queries/get-ad-video-report';

export const GET = route({
  summary: 'Counted views of an ad video by day and by the video it was shown in.',
  scope: 'ad-videos:read',
  params: AdVideoPath,
  query: AdVideoReportQuery,
  response: AdVideoReport,
  handle: async ({ params, query, actor, now }) => {
    const report = await getAdVideoReport({ id: idOf(params.id), ownerId: ownerSeenBy(actor), query, now });
    if (query.format === 'json') return report;
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ad-video-${report.id}-${report.from}-${report.to}.csv"`,
      'cache-control': 'no-store',
    };
    return new Response(adVideoReportCsv(report), { headers });
  },
});
