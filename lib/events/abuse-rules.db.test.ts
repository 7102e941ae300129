import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Day } from '@/lib/kernel/day';
import { db } from '@/lib/platform/database';
import { hasRedisServer, type RedisServer, startRedisServer } from '@/lib/platform/redis/testing/redis-server';
import { reasonOf } from './codes';
import { ensurePartitions } from './ensure-partitions';
import { settleDay } from './settle-day';
import { DISAGREEMENTS } from './testing/disagreements';
import { WorkerPool } from './testing/worker-pool';

const DAY = '2026-11-20' as Day;
const NOW = '2026-11-20T20:00:00+09:00';
const LATER = new Date('2026-11-21T12:00:00+09:00');
const query = (text: string, values: unknown[] = []) => db().$client.query(text, values);
let redis: RedisServer | undefined;
let pool: WorkerPool;

beforeAll(async () => {
  await ensurePartitions({ from: DAY, to: DAY });
  redis = hasRedisServer() ? await startRedisServer() : undefined;
  pool = new WorkerPool(2, redis ? { REDIS_URL: redis.url } : {});
  await query(`insert into users (email, member_id) values ('owner@example.com', 'owner')`);
});

afterAll(async () => {
  pool.stop();
  await redis?.kill();
});

type Step = { viewer: string; seconds: number; verdict: string | null; type?: string; position?: number };

/** What a person would tick off by hand, for one video; times in seconds after ten o'clock. */
const STORIES: Record<string, Step[]> = {
  'the owner watches their own video': [
    { viewer: 'owner', seconds: 0, verdict: 'own-content' },
    { viewer: 'owner', seconds: 40, verdict: 'own-content' },
    { viewer: 'owner', seconds: 300, verdict: 'own-content', type: 'ad-view', position: 300 },
  ],
  'again after 29.999 s and after 30.000 s': [
    { viewer: 'ann', seconds: 0, verdict: null },
    { viewer: 'ann', seconds: 29.999, verdict: 'repeat-view' },
    { viewer: 'ann', seconds: 30, verdict: null },
    { viewer: 'ann', seconds: 59.999, verdict: 'repeat-view' },
    { viewer: 'ann', seconds: 60, verdict: null },
  ],
  'tries that slide along: a refused view extends nothing': Array.from({ length: 13 }, (_, n) => ({
    viewer: 'ann',
    seconds: n * 10,
    verdict: n % 3 === 0 ? null : 'repeat-view',
  })),
  'one member on two devices is one viewer, two members are two': [
    { viewer: 'ann', seconds: 0, verdict: null },
    { viewer: 'bob', seconds: 0.001, verdict: null },
    { viewer: 'ann', seconds: 12, verdict: 'repeat-view' },
    { viewer: 'bob', seconds: 12, verdict: 'repeat-view' },
  ],
  'an ad at each position, as often as the video begins anew': [
    { viewer: 'ann', seconds: 300, verdict: null, type: 'ad-view', position: 300 },
    { viewer: 'ann', seconds: 310, verdict: 'repeat-view', type: 'ad-view', position: 300 },
    { viewer: 'ann', seconds: 315, verdict: null, type: 'ad-view', position: 600 },
    { viewer: 'ann', seconds: 330, verdict: null, type: 'ad-view', position: 300 },
  ],
};

const play = fc.record({
  order: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  twice: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
});

test.each(Object.keys(STORIES))('%s: the final figures are the same in any order, over two servers', async (name) => {
  const story = STORIES[name] ?? [];
  let repeated = 0;
  let provisionallyWrong = 0;
  const once = async ({ order, twice }: { order: number[]; twice: boolean[] }) => {
    const contentId = await makeVideo();
    const events = story.map((step) => ({ ...step, id: randomUUID() }));
    const sendings = [...events, ...events.filter((_, i) => twice[i])];
    const shuffled = sendings.map((event, i) => ({ event, key: order[i] ?? 0 })).sort((a, b) => a.key - b.key);
    const answers = await Promise.all(
      shuffled.map(({ event }, i) => pool.record(i, { events: [wire(event, contentId)], source: SOURCE, now: NOW })),
    );
    for (const answer of answers) repeated += 'receipt' in answer ? answer.receipt.duplicate : 0;
    provisionallyWrong += (await verdictsOf(contentId)).filter(
      ([id, reason]) => events.find((one) => one.id === id)?.verdict !== reason,
    ).length;
    await settleDay(DAY, LATER);
    expect(new Map(await verdictsOf(contentId))).toEqual(new Map(events.map(({ id, verdict }) => [id, verdict])));
    expect((await query(DISAGREEMENTS)).rows).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(play, once), { numRuns: 6, endOnFailure: true });
  expect(repeated, 'the same event came over both servers').toBeGreaterThan(0);
  if (name.startsWith('tries')) expect(provisionallyWrong, 'some came out of order').toBeGreaterThan(0);
});

const SOURCE = { keyId: 1, trusted: true, memberId: null, address: '203.0.113.7', userAgent: null };

function wire({ id, viewer, seconds, type = 'view', position }: Step & { id: string }, contentId: number): object {
  const at = new Date(Date.parse('2026-11-20T10:00:00+09:00') + seconds * 1000).toISOString();
  return { id, type, contentId, viewerId: viewer, at, ...(position && { adPositionSeconds: position }) };
}

async function makeVideo(): Promise<number> {
  const { rows } = await query(
    `insert into contents (title, kind, duration_seconds, creator_id) select 'v', 'video', 900, id from users where member_id = 'owner' returning id`,
  );
  return rows[0]?.id;
}

async function verdictsOf(contentId: number): Promise<[string, string | null][]> {
  const { rows } = await query('select id, reason from events where content_id = $1', [contentId]);
  return rows.map((row) => [row.id, reasonOf(row.reason)]);
}
