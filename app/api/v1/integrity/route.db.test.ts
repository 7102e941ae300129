import { expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { bearer, call } from '@/lib/http/testing/call';
import { Integrity } from '@/lib/integrity/schema';
import { calendar } from '@/lib/platform/calendar';
import { now } from '@/lib/platform/clock';
import { GET } from './route';

const authorization = async (scopes: string[]) => ({ authorization: (await bearer(scopes)).authorization });

test('answers with every check in the shape it declares', async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(now())));
  const { status, json } = await call(GET, { headers: await authorization(['runs:read']) });
  expect(status).toBe(200);
  const { checks } = Integrity.parse(json);
  expect(checks.map((check) => [check.id, check.ok])).toContainEqual(['log-is-figures', true]);
  expect(checks.every((check) => check.ok)).toBe(true);
});

test('refuses a key without runs:read', async () => {
  const { status, json } = await call(GET, { headers: await authorization(['stats:read']) });
  expect(status).toBe(403);
  expect(json).toMatchObject({ code: 'accounts/missing-scope' });
});
