import { route } from '@/lib/http/route';
import { localeOf } from '@/lib/kernel/locale';
import { downloadStatement } from '@/lib/settlement/download-statement';
import { statementInSight } from '@/lib/settlement/statement-in-sight';
import { DownloadQuery, StatementPath } from '@/lib/settlement/statement-schema';

export const GET = route({
  summary: 'A statement as CSV, XLSX or PDF, in Korean or English, with the same sums as its page.',
  scope: 'settlements:read',
  params: StatementPath,
  query: DownloadQuery,
  produces: 'application/octet-stream',
  handle: async ({ params, query, actor, request }) => {
    const locale = query.locale ?? localeOf(undefined, request.headers.get('accept-language'));
    const { format } = query;
    const file = await downloadStatement({ key: statementInSight(actor, params.id), format, locale });
    return new Response(file.body, {
      headers: {
        'content-type': file.type,
        'content-disposition': `attachment; filename="${file.name}"`,
        'cache-control': 'no-store',
      },
    });
  },
});
