import { stringify } from 'csv-stringify/sync';
import { route } from '@/lib/http/route';
import { exportPayouts } from '@/lib/settlement/export-payouts';
import { ExportQuery } from '@/lib/settlement/payout-schema';

const COLUMNS = ['은행코드', '은행', '계좌번호', '예금주', '금액', '메모'];

export const GET = route({
  summary: 'Approved payouts of a month that are in no bank file yet, as CSV for a bulk transfer. Marks none as paid.',
  scope: 'payouts:write',
  query: ExportQuery,
  writes: true,
  produces: 'text/csv',
  handle: async ({ query, ...call }) => {
    const { reference, transfers } = await exportPayouts({ ...query, ...call });
    const csv = stringify([COLUMNS, ...transfers], { bom: true, escape_formulas: true });
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="payouts-${reference}.csv"`,
        'x-payout-file': reference,
        'cache-control': 'no-store',
      },
    });
  },
});
