import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, expect, test } from 'vitest';
import { makeDays } from '@/db/builders/days';
import { makeLines } from '@/db/builders/lines';
import { DEMO_PAYOUT_ACCOUNTS } from '@/db/builders/payout-accounts';
import { makeUser, signedIn } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { closeMonth } from '@/lib/settlement/close-month';
import type { Month } from '@/lib/settlement/month';
import { putPayoutAccount } from '@/lib/settlement/put-payout-account';
import type { Statement } from '@/lib/settlement/statement-schema';
import { GET as page } from '../route';
import { GET } from './route';

const MANY = 700;
const BY = { actor: SYSTEM, requestId: 'test', now: new Date() };
let [annId, manyId] = [0, 0];
let [ann, many, bob]: Record<string, string>[] = [];
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);

beforeAll(async () => {
  annId = (await makeUser(db(), { email: 'ann@example.com', name: '이하늘', roles: ['creator'] })).id;
  manyId = (await makeUser(db(), { email: 'many@example.com', name: 'Many', roles: ['creator'] })).id;
  ann = await signedIn(db(), annId);
  many = await signedIn(db(), manyId);
  bob = await signedIn(db(), (await makeUser(db(), { email: 'bob@example.com', roles: ['creator'] })).id);
  await putPayoutAccount({ ...BY, creatorId: annId, wanted: DEMO_PAYOUT_ACCOUNTS['haneul@demo.boxoffice.example'] });
  await query(
    `insert into contents (title, kind, duration_seconds) select case n when 1 then '=새벽 시장, "브이로그"' else 'video ' || n end, 'video', 600 from generate_series(1, $1) n`,
    [MANY + 2],
  );
  await makeLines(db(), [
    { contentId: 1, creatorId: annId, day: '2026-09-02', views: 1_234_567, adViews: 4321 },
    { contentId: 1, creatorId: annId, day: '2026-09-03', forDay: '2026-09-02', views: -10 },
    { contentId: 2, creatorId: annId, day: '2026-09-03', views: 77 },
    { contentId: 2, creatorId: annId, day: '2026-10-01', views: 5 },
  ]);
  const plans = Array.from({ length: MANY }, (_, i) => ({ contentId: i + 3, creatorId: manyId, day: '2026-09-05' }));
  await makeLines(
    db(),
    plans.map((plan, i) => ({ ...plan, views: i + 1 })),
  );
  await makeDays(db(), { from: '2026-09-01', to: '2026-09-30', state: 'closed' });
  await closeMonth({ ...BY, month: '2026-09-01' as Month });
});

async function get(id: string, search: string, headers = ann): Promise<{ response: Response; bytes: Uint8Array }> {
  const request = new Request(`http://boxoffice.test/x?${search}`, { headers: headers ?? {} });
  const response = await GET(request, { params: Promise.resolve({ id }) });
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}
const statementOf = async (id: string, headers = ann) =>
  (await call(page, { headers: headers ?? {}, params: { id } })).json as Statement;

const readCsv = (bytes: Uint8Array) => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  expect(text.startsWith('\ufeff')).toBe(true);
  return text.slice(1).trimEnd().split('\n');
};

/** The cells of each sheet as text, by the name of the sheet. */
function readXlsx(bytes: Uint8Array): Map<string, string[][]> {
  const files = unzipSync(bytes);
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const shared = [...xml('xl/sharedStrings.xml').matchAll(/<t[^>]*>([\s\S]*?)<\/t>/g)].map((m) => plain(m[1] ?? ''));
  const names = [...xml('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => m[1] ?? '');
  const rowsOf = (sheet: string) =>
    [...sheet.matchAll(/<row[^>]*>([\s\S]*?)<\/row>/g)].map((row) =>
      [...(row[1] ?? '').matchAll(/<c ([^>]*)>[\s\S]*?<v>([\s\S]*?)<\/v>/g)].map((cell) =>
        cell[1]?.includes('t="s"') ? (shared[Number(cell[2])] ?? '') : (cell[2] ?? ''),
      ),
    );
  return new Map(names.map((name, i) => [name, rowsOf(xml(`xl/worksheets/sheet${i + 1}.xml`))]));
}

async function readPdf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text.map((one) => one.replace(/\s+/g, ' '));
}

const digits = (text: string | undefined) => Number((text ?? '').replace(/[^\d-]/g, ''));

test('the CSV, the XLSX and the PDF have the totals of the page', async () => {
  const id = `2026-09-${annId}`;
  const statement = await statementOf(id);
  const wanted = [statement.total, -statement.incomeTax, -statement.localTax, statement.net];
  expect(wanted).toEqual([1_277_844, -38_330, -3830, 1_235_684]);
  const names = ['총액', '소득세 3.0%', '지방소득세 10.0%', '실지급액'];

  const csv = readCsv((await get(id, 'format=csv&locale=ko')).bytes);
  expect(names.map((name) => digits(csv.find((row) => row.startsWith(`${name},`))?.split(',')[1]))).toEqual(wanted);

  const xlsx = readXlsx((await get(id, 'format=xlsx&locale=ko')).bytes);
  const summary = xlsx.get('정산 내역') ?? [];
  expect(names.map((name) => Number(summary.find(([first]) => first === name)?.[1]))).toEqual(wanted);

  const pdf = await readPdf((await get(id, 'format=pdf&locale=ko')).bytes);
  expect(names.map((name) => digits(pdf[0]?.match(new RegExp(`${name} ([-\\d,]+) 원`))?.[1]))).toEqual(wanted);
  expect(pdf.map((text) => text.match(/\d+ \/ \d+/)?.[0])).toEqual(['1 / 2', '2 / 2']);
  expect(pdf.join(' ')).toContain(statement.checksum);
});

test('each has a line a video, and its adjustments with their closed day', async () => {
  const id = `2026-09-${annId}`;
  const csv = readCsv((await get(id, 'format=csv&locale=en')).bytes);
  expect(csv.slice(0, 3)).toEqual([
    'Content id,Video,Views,Ad views,Video amount,Ad amount,Total,Adjustments,Adjustments in detail',
    `1,"'=새벽 시장, ""브이로그""",1234557,4321,1234557,43210,1277767,-10,"voided, for 2026-09-02 on 2026-09-03 (-10)"`,
    '2,video 2,77,0,77,0,77,0,',
  ]);
  const rows = readXlsx((await get(id, 'format=xlsx&locale=en')).bytes).get('Videos');
  expect(rows?.[1]?.slice(0, 8)).toEqual([
    ...['1', '=새벽 시장, "브이로그"', '1234557', '4321', '1234557', '43210', '1277767', '-10'],
  ]);
  const pdf = await readPdf((await get(id, 'format=pdf&locale=en')).bytes);
  expect(pdf[1]).toContain('1,234,557 4,321 1,234,557 43,210 1,277,767');
  expect(pdf[1]).toContain('voided, for 2026-09-02 on 2026-09-03 -10');
});

test('all lines are in the CSV and the XLSX; the PDF has the largest and one row for the others', async () => {
  const id = `2026-09-${manyId}`;
  const total = (MANY * (MANY + 1)) / 2;
  const csv = readCsv((await get(id, 'format=csv', many)).bytes);
  const lines = csv.slice(1, MANY + 1).map((row) => Number(row.split(',')[6]));
  expect(lines.reduce((sum, won) => sum + won, 0)).toBe(total);
  expect(csv[MANY + 1]).toBe('');
  const rows = readXlsx((await get(id, 'format=xlsx&locale=en', many)).bytes).get('Videos') ?? [];
  expect(rows).toHaveLength(MANY + 1);
  expect(rows.slice(1).reduce((sum, row) => sum + Number(row[6]), 0)).toBe(total);
  const pdf = await readPdf((await get(id, 'format=pdf&locale=en', many)).bytes);
  expect(pdf.length).toBeGreaterThan(10);
  expect(pdf.slice(1).every((text) => text.includes('Video Views Ad views Video amount Ad amount Total'))).toBe(true);
  const rest = (200 * 201) / 2;
  const comma = (n: number) => n.toLocaleString('en');
  expect(pdf.at(-1)).toContain(
    `and 200 more, all of them in the CSV and XLSX ${comma(rest)} 0 ${comma(rest)} 0 ${comma(rest)}`,
  );
  expect(pdf.at(-1)).toContain(`Total ${comma(total)} 0 ${comma(total)} 0 ${comma(total)}`);
});

test('a provisional one says that it is', async () => {
  const id = `2026-10-${annId}`;
  const { response, bytes } = await get(id, 'format=pdf&locale=en');
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="statement-${id}-provisional.pdf"`);
  expect((await readPdf(bytes))[0]).toContain('Not final yet');
});

test('is in the language of the browser when none is asked for', async () => {
  const english = await get(`2026-09-${annId}`, 'format=csv', { ...ann, 'accept-language': 'en-GB,en' });
  expect(english.response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(readCsv(english.bytes)[0]).toContain('Ad views');
});

test("another's statement is not there, and the format is one of three", async () => {
  expect((await get(`2026-09-${annId}`, 'format=csv', bob)).response.status).toBe(404);
  expect((await get(`2026-09-${annId}`, 'format=docx')).response.status).toBe(422);
  expect((await get(`2026-09-${annId}`, '')).response.status).toBe(422);
  expect((await get('x', 'format=pdf')).response.status).toBe(404);
});

test('connections return to their pool, also of files that are left half read', async () => {
  for (let n = 0; n < 15; n++) {
    const request = new Request('http://boxoffice.test/x?format=csv', { headers: many ?? {} });
    const response = await GET(request, { params: Promise.resolve({ id: `2026-09-${manyId}` }) });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
  }
  expect((await get(`2026-09-${annId}`, 'format=csv')).response.status).toBe(200);
});
