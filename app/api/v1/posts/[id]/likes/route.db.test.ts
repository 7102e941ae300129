import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { POST as view } from '@/app/api/v1/posts/[id]/views/route';
import { POST as upload } from '@/app/api/v1/posts/pictures/route';
import { makeUser, signedIn } from '@/db/builders/people';
import { writePost } from '@/lib/community/testing/board';
import { ensurePartitions, partitionRange } from '@/lib/events/ensure-partitions';
import { bearer, call } from '@/lib/http/testing/call';
import { calendar } from '@/lib/platform/calendar';
import { db } from '@/lib/platform/database';
import { DELETE, POST } from './route';

let ann: Record<string, string> = {};
let annId = '';
let id = 0;

beforeAll(async () => {
  await ensurePartitions(partitionRange(calendar().dayOf(new Date())));
  const person = await makeUser(db(), { email: 'ann@example.com' });
  annId = person.memberId;
  ann = await signedIn(db(), person.id);
  ({ id } = await writePost());
});

const react = (door: typeof POST, method: string, headers = ann, body: object = { eventId: randomUUID() }) =>
  call(door, { method, path: `/api/v1/posts/${id}/likes`, body, headers, params: { id: String(id) } });
const likes = async () =>
  (await db().$client.query('select liked from likes where content_id = $1 and viewer = $2', [id, `m:${annId}`])).rows;

test("a member's session likes a post and takes it back, as the member", async () => {
  expect((await react(POST, 'POST')).json).toEqual({ counted: true, reason: null });
  expect(await likes()).toEqual([{ liked: true }]);
  await new Promise((resolve) => setTimeout(resolve, 2)); // likes of one moment go by their ids
  expect((await react(DELETE, 'DELETE')).json).toEqual({ counted: true, reason: null });
  expect(await likes()).toEqual([{ liked: false }]);
});

test("a member's session reads a post, which is a view of its own", async () => {
  expect((await react(view, 'POST')).json).toEqual({ counted: true, reason: null });
  const { rows } = await db().$client.query(
    'select viewer, content_id from events where type = 4 and content_id = $1',
    [id],
  );
  expect(rows).toEqual([{ viewer: `m:${annId}`, content_id: id }]);
});

test('nobody likes for another, and a key names the member', async () => {
  expect((await react(POST, 'POST', ann, { eventId: randomUUID(), memberId: 'bob' })).status).toBe(403);
  const key = { authorization: (await bearer(['posts:write'])).authorization };
  expect((await react(POST, 'POST', key)).status).toBe(422);
  expect((await react(POST, 'POST', key, { eventId: randomUUID(), memberId: 'bob' })).json).toMatchObject({
    counted: true,
  });
});

test('an event without an id is refused', async () => {
  expect(await react(POST, 'POST', ann, {})).toMatchObject({
    status: 422,
    json: { errors: [{ pointer: '/eventId' }] },
  });
});

test('a picture of a post needs the scope to write, and has to be one', async () => {
  const send = (headers: Record<string, string>) =>
    call(upload, {
      method: 'POST',
      path: '/api/v1/posts/pictures',
      raw: 'no picture',
      headers: { ...headers, 'content-type': 'image/png' },
    });
  expect((await send(ann)).status).toBe(422);
  expect((await send({ authorization: (await bearer(['posts:read'])).authorization })).status).toBe(403);
});
