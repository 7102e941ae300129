import { expect, test } from 'vitest';
import { readMetrics } from '@/lib/http/read-metrics';
import { db } from '@/lib/platform/database';
import { keepAnswer } from '@/lib/platform/first-answer';
import { GET } from './route';

const call = (secret: string) =>
  GET(new Request('http://localhost/api/cron/daily', { headers: { authorization: `Bearer ${secret}` } }));

test('the daily cron makes partitions ahead, forgets answers older than seven days, and looks whether all is right', async () => {
  const long = new Date(Date.now() - 8 * 86_400_000);
  await keepAnswer(db(), { actor: 'key:1', key: 'old', requestHash: 'h' }, { status: 201, body: '{}', now: long });
  const answer = await call('cron-secret-of-the-tests');
  expect(answer.status).toBe(200);
  const done = { failed: [], answersForgotten: 1, partitionsMade: expect.any(Number) };
  expect(await answer.json()).toMatchObject({ ...done, settled: [expect.any(String)], integrityBreaches: 0 });
  const { text } = await readMetrics(new Date());
  expect(text).toMatch(/^boxoffice_integrity_looked_at_seconds \d{10}$/m);
});

test('nobody without the secret runs it', async () => {
  expect((await call('a guess')).status).toBe(401);
});
