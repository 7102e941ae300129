import { beforeAll, expect, test } from 'vitest';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { operationOf } from '@/lib/http/open-api-operation';
import { bearer } from '@/lib/http/testing/call';
import { everyDoor, type OpenDoor } from '@/lib/http/testing/every-door';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';

let authorization = '';

beforeAll(async () => {
  ({ authorization } = await bearer(['*']));
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  await db().$client.query(
    `insert into contents (id, title, kind, duration_seconds) overriding system value
     values (1, 'an article', 'article', null), (2, 'a video', 'video', 600)`,
  );
  await db().$client.query(`select setval(pg_get_serial_sequence('contents', 'id'), 100)`);
});

/** Sends the example of a door as the API document shows it. */
async function sendExample(door: OpenDoor): Promise<Response> {
  const { parameters, requestBody } = operationOf(door, new Date());
  const address = new URL(`http://boxoffice.test${door.path}`);
  for (const { name, example } of parameters)
    if (example !== undefined) address.searchParams.set(name, String(example));
  const [type = '', media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = typeof media?.example === 'string' ? media.example : JSON.stringify(media?.example);
  const headers = { authorization, ...(media && { 'content-type': type }) };
  return door.handler(new Request(address, { method: door.method, headers, ...(media && { body }) }));
}

const doors = everyDoor().filter(({ path, declaration }) => !path.includes('[') && declaration.scope !== 'signed-in');

// What an empty house has not: a creator's own account, things to be changed by their id.
const WANTS_MORE = /me\/|creatorId|export$|contents|settlements\/(lines|hours)|stats\/increase/;

test.each(doors.filter(({ method, path }) => method === 'GET' && !WANTS_MORE.test(path)))(
  'GET $path answers the call of the document',
  async (door) => {
    const response = await sendExample(door);
    expect([response.status, response.ok ? '' : await response.text()]).toEqual([200, '']);
  },
);

const WRITES = [
  'events',
  'events/import',
  'watch',
  'contents',
  'contents/import',
  'ads',
  'posts',
  'products',
  'blocks',
];

test.each(doors.filter(({ method, path }) => method === 'POST' && WRITES.includes(path.replace('/api/v1/', ''))))(
  'POST $path takes the call of the document',
  async (door) => {
    const response = await sendExample(door);
    const answer = await response.json();
    expect(response.ok ? '' : answer).toBe('');
    if ('rejected' in answer) expect(answer).toMatchObject({ rejected: 0 });
  },
);
