import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeUser, signedIn } from '@/db/builders/people';
import { tellMember } from '@/lib/notices/tell-member';
import { untilLooked } from '@/lib/notices/testing/until-looked';
import { db, transaction } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { stopping } from '@/lib/platform/stopping';
import { GET } from './route';

const newUser = () => makeUser(db(), { email: `${randomUUID()}@example.com` });

async function open(known?: Awaited<ReturnType<typeof newUser>>) {
  const user = known ?? (await newUser());
  const leave = new AbortController();
  const headers = await signedIn(db(), user.id);
  const answer = await GET(new Request('http://boxoffice.test/x', { headers, signal: leave.signal }));
  return { answer, leave, memberId: user.memberId };
}

test('a browser that listens hears of a new notice, and may leave', async () => {
  const { answer, leave, memberId } = await open();
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const reader = answer.body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  expect(await next()).toContain('event: open');
  await untilLooked(memberId);
  const told = { memberId, reference: 'x', kind: 'ticket-bought', data: {}, now: new Date() } as const;
  await transaction((tx) => tellMember(tx, told));
  expect(await next()).toContain('event: notice');
  leave.abort();
  await reader?.cancel();
});

test('where no connection stays open the answer is empty, so that the browser asks now and then', async () => {
  process.env.VERCEL = '1';
  resetEnv();
  const { answer } = await open();
  delete process.env.VERCEL;
  resetEnv();
  expect(answer.status).toBe(204);
});

test('one member keeps sixteen streams open; who comes then asks now and then, until one leaves', async () => {
  const user = await newUser();
  const streams = [];
  for (let n = 0; n < 16; n++) streams.push(await open(user));
  expect(streams.map(({ answer }) => answer.status)).toEqual(Array.from({ length: 16 }, () => 200));
  expect((await open(user)).answer.status).toBe(204);
  expect((await open()).answer.status).toBe(200); // of somebody else
  streams[3]?.leave.abort();
  expect((await open(user)).answer.status).toBe(200);
  for (const { leave } of streams) leave.abort();
});

test('nobody listens without a session', async () => {
  expect((await GET(new Request('http://boxoffice.test/x'))).status).toBe(401);
});

// The last one: this process stays asked.
test('a server that is asked to stop ends its streams', async () => {
  const { answer } = await open();
  stopping().abort();
  expect(await answer.text()).toContain('event: open');
});
