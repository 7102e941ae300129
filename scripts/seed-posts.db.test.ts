import { beforeAll, expect, test } from 'vitest';
import { DEMO_POSTS } from '@/db/builders/demo-posts';
import { makeDemoPeople } from '@/db/builders/people';
import { getRanking } from '@/lib/community/queries/get-ranking';
import { listRankingDays } from '@/lib/community/queries/list-ranking-days';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { checkIntegrity } from '@/lib/integrity/queries/check-integrity';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { seedPosts } from './seed-posts';

const now = new Date();

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(now)));
  await seedPosts(await makeDemoPeople(db(), now), now);
});

test('the demo has a board whose rewards, coupons and rankings hold', async () => {
  const { rows } = await db().$client.query(
    `select (select count(*)::int from posts) as posts, (select max(created_at) from comments) as last,
      (select count(*)::int from coupons) as coupons`,
  );
  expect(rows[0]).toMatchObject({ posts: DEMO_POSTS.length, coupons: 14 });
  expect(rows[0].last.getTime()).toBeLessThan(now.getTime());
  expect((await checkIntegrity(now)).checks.filter((check) => check.ok !== true).map((check) => check.id)).toEqual([]);
});

test('past days are frozen and today is live', async () => {
  const { items } = await listRankingDays({ limit: 30 });
  expect(items.length).toBeGreaterThanOrEqual(6);
  expect((await getRanking({ limit: 3 }, now)).items).toHaveLength(3);
});
