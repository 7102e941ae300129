import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAd, makeParticipation } from '@/db/builders/ads';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boxoffice-verify-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** As `npm run verify:data` on the database of this test. */
const verify = () =>
  new Promise<{ code: number | null; said: string; complained: string }>((resolve) => {
    const child = execFile(
      'node_modules/.bin/tsx',
      ['scripts/verify-data.ts'],
      { env: { ...process.env, BOXOFFICE_DATA_DIR: folder } },
      (_, said, complained) => resolve({ code: child.exitCode, said, complained }),
    );
  });

test('says of each promise what was compared and exits 0 while all hold, 1 with the rows when one is broken', async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  const whole = await verify();
  expect(whole).toMatchObject({ code: 0, complained: '' });
  expect(whole.said).toMatch(/Looked at live data in one snapshot at \d{4}-\d\d-\d\dT/);
  expect(whole.said).toMatch(/I2 +holds: Nobody can join an ad twice\n +16 partitions in [\d,]+ ms\. The key/);
  expect(whole.said).toMatch(/(\d+) of \1 promises hold\.\n$/);

  const ad = await makeAd(db());
  await makeParticipation(db(), ad.id, { memberId: 'ann' });
  await db().$client.query('update ads set used = 7');
  const broken = await verify();
  expect(broken).toMatchObject({ code: 1, complained: '' });
  expect(broken.said).toContain(`adId ${ad.id}, places 10, used 7, participations 1`);
  expect(broken.said).toMatch(/I1 +BROKEN: .*\n +1 ad in .*\n +1 breach:\n/);
});

test('a database that does not answer is no proof of anything', async () => {
  const { DATABASE_URL } = process.env;
  process.env.DATABASE_URL = 'postgres://127.0.0.1:1/none';
  const { code, said, complained } = await verify();
  process.env.DATABASE_URL = DATABASE_URL;
  expect({ code, said }).toEqual({ code: 1, said: '' });
  expect(complained).toContain('ECONNREFUSED');
});
