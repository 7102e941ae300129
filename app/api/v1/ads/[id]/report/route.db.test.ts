import { beforeAll, expect, test } from 'vitest';
import { type AdPlan, makeAd, makeParticipations } from '@/db/builders/ads';
import { makeUser, signedIn } from '@/db/builders/people';
import { noteRefusal } from '@/lib/ads/note-refusal';
import type { AdReport } from '@/lib/ads/schema';
import { bearer, call } from '@/lib/http/testing/call';
import { db } from '@/lib/platform/database';
import { GET } from './route';

type Headers = Record<string, string>;
let key: Headers;

const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR);

beforeAll(async () => {
  key = { authorization: (await bearer(['ads:read'])).authorization };
});

const ask = (id: number | string, query = '', headers = key) =>
  call(GET, { path: `/api/v1/ads/${id}/report${query}`, headers, params: { id: String(id) } });
const reportOf = async (id: number) => (await ask(id)).json as AdReport;
const code = (answer: { status: number; json: unknown }) => [answer.status, (answer.json as { code?: string }).code];
const joined = async (plan: AdPlan, times: (string | Date)[], paid = 0) => {
  const { id } = await makeAd(db(), { startsAt: new Date('2026-01-01'), ...plan });
  const plans = times.map((time, n) => ({
    memberId: `${id}-${n}`,
    joinedAt: new Date(time),
    ...(n < paid && { paidAt: new Date() }),
  }));
  if (plans.length > 0) await makeParticipations(db(), id, plans);
  return id;
};

const TIMES = [
  '2026-11-19T14:59:59.999Z', // the last millisecond of the 19th in Seoul
  '2026-11-19T15:00:00Z',
  '2026-11-19T15:59:59Z',
  '2026-11-19T17:00:00Z',
  '2026-11-21T14:59:59Z',
];

test('tells participations by business day and hour without a hole, places, points paid and promised', async () => {
  const id = await joined({ rewardPoints: 30, places: 100 }, TIMES, 2);
  const report = await reportOf(id);
  expect(report).toMatchObject({
    id,
    participations: 5,
    placesLeft: 95,
    pointsPromised: 150,
    pointsPaid: 60,
    refusals: [],
    days: [
      { day: '2026-11-19', participations: 1, points: 30 },
      { day: '2026-11-20', participations: 3, points: 90 },
      { day: '2026-11-21', participations: 1, points: 30 },
    ],
  });
  expect(report.hours).toHaveLength(49);
  expect(report.hours.slice(0, 4)).toEqual([
    { hourStart: '2026-11-19T14:00:00.000Z', participations: 1 },
    { hourStart: '2026-11-19T15:00:00.000Z', participations: 2 },
    { hourStart: '2026-11-19T16:00:00.000Z', participations: 0 },
    { hourStart: '2026-11-19T17:00:00.000Z', participations: 1 },
  ]);
  expect(report.hours.reduce((sum, hour) => sum + hour.participations, 0)).toBe(report.participations);
});

test('an ad that nobody joined has an empty report', async () => {
  const id = await joined({}, []);
  expect(await reportOf(id)).toEqual({
    id,
    participations: 0,
    refusals: [],
    pointsPaid: 0,
    pointsPromised: 0,
    placesLeft: 10,
    expectedEndAt: null,
    days: [],
    hours: [],
  });
});

test('points are those that were promised when members joined, whatever the reward is now', async () => {
  const id = await joined({ rewardPoints: 30 }, TIMES);
  await db().$client.query('update ads set reward_points = 1 where id = $1', [id]);
  expect(await reportOf(id)).toMatchObject({ pointsPromised: 150 });
});

test('counts refusals by their reason, the most frequent first', async () => {
  const id = await joined({}, []);
  for (const reason of ['sold-out', 'not-eligible', 'sold-out', 'already-joined', 'sold-out', 'not-eligible'])
    noteRefusal(id, reason);
  await expect
    .poll(async () => (await reportOf(id)).refusals)
    .toEqual([
      { reason: 'sold-out', n: 3 },
      { reason: 'not-eligible', n: 2 },
      { reason: 'already-joined', n: 1 },
    ]);
});

test('expects the end by the pace of the last 24 hours, not of before', async () => {
  const times = [hoursAgo(100), hoursAgo(50), hoursAgo(20), hoursAgo(2)];
  const id = await joined({ places: 10, endsAt: new Date(Date.now() + 1000 * HOUR) }, times);
  const { expectedEndAt } = await reportOf(id);
  // Six places are left, two went in a day: three days.
  expect(Date.parse(expectedEndAt ?? '') - Date.now()).toBeCloseTo(72 * HOUR, -5);
});

/** The report that a spreadsheet shows, read back. */
function readCsv(text: string): AdReport {
  const lines = text
    .slice(1)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const of = (figure: string) => lines.filter(([name]) => name === figure);
  const one = (figure: string) => Number(of(figure)[0]?.[2]);
  const points = new Map(of('points of the day').map(([, day, n]) => [day, Number(n)]));
  return {
    id: one('id'),
    participations: one('participations'),
    refusals: of('refusals').map(([, reason = '', n]) => ({ reason, n: Number(n) })),
    pointsPaid: one('pointsPaid'),
    pointsPromised: one('pointsPromised'),
    placesLeft: one('placesLeft'),
    expectedEndAt: of('expectedEndAt')[0]?.[2] || null,
    days: of('participations of the day').map(([, day = '', n]) => ({
      day,
      participations: Number(n),
      points: points.get(day) ?? 0,
    })),
    hours: of('participations of the hour').map(([, hourStart = '', n]) => ({ hourStart, participations: Number(n) })),
  };
}

async function csvOf(id: number): Promise<{ headers: globalThis.Headers; text: string }> {
  const request = new Request(`http://boxoffice.test/api/v1/ads/${id}/report?format=csv`, { headers: key });
  const response = await GET(request, { params: Promise.resolve({ id: String(id) }) });
  return {
    headers: response.headers,
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer()),
  };
}

test('the CSV says what the JSON says', async () => {
  const id = await joined({ state: 'ended' }, TIMES, 3);
  await db().$client.query(`insert into ad_refusals (ad_id, hour, reason, n) values ($1, now(), 'sold-out', 12)`, [id]);
  const { headers, text } = await csvOf(id);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(`attachment; filename="ad-${id}-report.csv"`);
  expect(text.startsWith('\ufefffigure,of,value\n')).toBe(true);
  expect(readCsv(text)).toEqual(await reportOf(id));
});

test('a cell that a spreadsheet would run as a formula is quoted', async () => {
  const id = await joined({}, []);
  await db().$client.query(`insert into ad_refusals (ad_id, hour, reason, n) values ($1, now(), '=1+1', 1)`, [id]);
  expect((await csvOf(id)).text).toContain(`refusals,'=1+1,1`);
});

test("another advertiser's report is not there, and the scope is wanted", async () => {
  const nara = await makeUser(db(), { email: 'nara@example.com', roles: ['advertiser'] });
  const other = await makeUser(db(), { email: 'other@example.com', roles: ['advertiser'] });
  const id = await joined({ ownerId: nara.id }, []);
  expect((await ask(id, '', await signedIn(db(), nara.id))).status).toBe(200);
  expect(code(await ask(id, '', await signedIn(db(), other.id)))).toEqual([404, 'ads/not-found']);
  expect(code(await ask('x'))).toEqual([404, 'ads/not-found']);
  const { authorization } = await bearer(['ads:join']);
  expect(code(await ask(id, '', { authorization }))).toEqual([403, 'accounts/missing-scope']);
  expect(await ask(id, '?format=xlsx')).toMatchObject({ status: 422, json: { errors: [{ pointer: '?format' }] } });
});
