import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '@/lib/kernel/day';
import { calendar } from '@/lib/platform/calendar';
import { db, ingestDb } from '@/lib/platform/database';
import { rowsRead } from '@/lib/platform/testing/rows-read';
import type { EventType } from './codes';
import { ensurePartitions, partitionRange } from './ensure-partitions';
import type { EventSource } from './name-viewers';
import { recordEvents } from './record-events';
import { findStored, insertEvents } from './store';

const now = new Date();
const source: EventSource = { keyId: 1, trusted: true, memberId: null, address: '127.0.0.1', userAgent: null };
let contentId = 0;

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(now)));
  const { rows } = await db().$client.query<{ id: number }>(
    `insert into contents (title, kind) values ('shared', 'article') returning id`,
  );
  contentId = rows[0]?.id ?? 0;
});

type Over = { id?: string; type?: EventType; viewerId?: string; contentId?: number; at?: Date };
const event = ({ at = now, ...over }: Over = {}) => ({
  id: randomUUID(),
  type: 'click',
  contentId,
  viewerId: randomUUID(),
  at: at.toISOString(),
  ...over,
});
const send = (...events: object[]) => recordEvents(events, source, now);
const figures = async () => {
  const { rows } = await db().$client.query<{ counted: number; log: number; duplicates: number }>(
    `select (select coalesce(sum(n), 0) from event_deltas where content_id = $1 and metric < 10)::int as counted,
      (select count(*) from events where content_id = $1 and reason = 0)::int as log,
      (select coalesce(sum(n), 0) from intake_deltas where outcome = 'duplicate')::int as duplicates`,
    [contentId],
  );
  return rows[0];
};

test('of forty requests at once with the same event, one counts it and the others say duplicate', async () => {
  const before = await figures();
  const same = event();
  const openers = Array.from({ length: 4 }, () => send(event())); // they take the lanes, so that the others wait together
  const receipts = await Promise.all(Array.from({ length: 40 }, () => send(same, event())));
  await Promise.all(openers);
  expect(receipts.filter((one) => one.counted === 2)).toHaveLength(1);
  expect(receipts.filter((one) => one.counted === 1 && one.duplicate === 1)).toHaveLength(39);
  const after = await figures();
  expect(after).toEqual({
    counted: (before?.counted ?? 0) + 45,
    log: (before?.log ?? 0) + 45,
    duplicates: (before?.duplicates ?? 0) + 39,
  });
});

test('each request is told of its own events only', async () => {
  const repeated = event();
  await send(repeated);
  const [first, second, third] = await Promise.all([
    send(event(), { nonsense: true }),
    send(repeated, event()),
    send(event({ contentId: 987_654 })),
  ]);
  expect(first).toMatchObject({ received: 2, counted: 1, rejected: 1, items: [{ index: 1, reason: 'invalid' }] });
  expect(second).toMatchObject({ received: 2, counted: 1, duplicate: 1, items: [{ index: 0, id: repeated.id }] });
  expect(third).toMatchObject({ received: 1, rejected: 1, items: [{ index: 0, reason: 'unknown-content' }] });
});

test('what is late for its day is marked, of each day that is not open', async () => {
  const yesterday = calendar().startOf(addDays(calendar().dayOf(now), -1));
  const late = [event({ at: yesterday }), event({ at: new Date(yesterday.getTime() - 1) })];
  const days = late.map((one) => calendar().dayOf(new Date(one.at)));
  await db().$client.query(`insert into days (day, state) values ($1, 'settled'), ($2, 'closed')`, days);
  await send(event(), ...late, event({ at: yesterday, type: 'like' }));
  const { rows } = await db().$client.query('select day, id from provisional_verdicts order by day desc');
  expect(rows).toEqual(late.map(({ id }, n) => ({ day: days[n], id })));
});

test('likes of one viewer in many requests at once: one changes the state, the others say so', async () => {
  const viewerId = randomUUID();
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () => send(event({ type: 'like', viewerId }), event())),
  );
  expect(receipts.filter((one) => one.counted === 2).length).toBeGreaterThan(0);
  expect(receipts.every((one) => one.counted + one.refused === 2)).toBe(true);
  const { rows } = await db().$client.query(
    'select count(*)::int as n from events where viewer = $1 and reason = 0 and type = 2',
    [`m:${viewerId}`],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('requests that come together share a commit', async () => {
  await send(event());
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  ingestDb().$client.on('acquire', count);
  await Promise.all(Array.from({ length: 50 }, () => send(event())));
  ingestDb().$client.off('acquire', count);
  expect(statements).toBeGreaterThan(0);
  expect(statements).toBeLessThan(10);
});

test('the statement that stores events is planned once a connection', async () => {
  const client = await ingestDb().$client.connect();
  const tally = { rejected: new Map<string, number>(), duplicates: 0 };
  for (let n = 0; n < 8; n++) await insertEvents(client, [], tally);
  const { rows } = await client.query(
    `select custom_plans::int as custom, generic_plans >= 8 as generic from pg_prepared_statements where name = 'insert-events'`,
  );
  client.release();
  expect(rows).toEqual([{ custom: 0, generic: true }]);
});

test('whether an event is stored is looked up by its key, also with a plan from when the day was empty', async () => {
  const day = calendar().dayOf(now);
  const wanted = { day, contentId, id: randomUUID() };
  const client = await ingestDb().$client.connect();
  try {
    await client.query('analyze events');
    await findStored(client, [wanted]);
    await client.query(
      `insert into events (day, content_id, id, type, reason, viewer, at)
       select $1, $2, gen_random_uuid(), 1, 0, 'v' || n, now() from generate_series(1, 3000) n`,
      [day, contentId],
    );
    expect(await rowsRead(client, 'events%', () => findStored(client, [wanted]))).toBeLessThan(10);
  } finally {
    client.release();
  }
});
