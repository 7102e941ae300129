import { getReport } from '@/lib/ads/queries/get-report';
import { reportCsv } from '@/lib/ads/report-csv';
import { ownerSeenBy } from '@/lib/ads/rules';
import { AdPath, AdReport, ReportQuery } from '@/lib/ads/schema';
import { route } from '@/lib/http/route';
import { idOf } from '@/lib/kernel/id';

export const GET = route({
  summary: 'How an ad does, by day and hour: who joined, who was refused and why, points, and when it will be full.',
  scope: 'ads:read',
  params: AdPath,
  query: ReportQuery,
  response: AdReport,
  handle: async ({ params, query, actor, now }) => {
    const report = await getReport({ id: idOf(params.id), ownerId: ownerSeenBy(actor), now });
    if (query.format === 'json') return report;
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ad-${report.id}-report.csv"`,
      'cache-control': 'no-store',
    };
    return new Response(reportCsv(report), { headers });
  },
});
