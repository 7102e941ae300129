import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { SYSTEM } from '@/lib/accounts/actor';
import { startJobWorker } from '@/lib/http/job-worker';
import { runJobs } from '@/lib/http/run-jobs';
import { db, transaction } from '@/lib/platform/database';
import { resetEnv } from '@/lib/platform/env';
import { releaseLostJobs } from '@/lib/platform/release-lost-jobs';
import { queueMail } from './queue-mail';
import { redriveMails } from './redrive-mails';
import { sendMail } from './send-mail';
import { MailServer } from './testing/mail-server';

let server: MailServer;

beforeEach(async () => {
  server = await MailServer.start();
  useServer(server.url);
});

afterEach(async () => {
  await server.stop();
  useServer(undefined);
});

function useServer(url: string | undefined) {
  if (url === undefined) delete process.env.SMTP_URL;
  else process.env.SMTP_URL = url;
  resetEnv();
}

const memberWithAddress = async () => {
  const { memberId } = await makeUser(db(), { email: `${randomUUID()}@example.com` });
  return memberId;
};

const queue = (memberId: string, sendId = `order:${randomUUID()}`) =>
  transaction(async (tx) => {
    await queueMail(tx, {
      memberId,
      sendId,
      template: 'ticket-refunded',
      data: { orderId: 7, productName: '영화 <한> 편', paid: 900, reason: 'rain' },
      locale: 'ko',
      now: new Date(),
    });
    return sendId;
  });

const stateOf = async (memberId: string, sendId: string) => {
  const { rows } = await db().$client.query(
    'select state, attempts, error from mails where member_id = $1 and send_id = $2',
    [memberId, sendId],
  );
  return rows[0];
};

/** As if the waits between attempts had passed. */
const hurry = () =>
  db().$client.query(
    `select graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 0) from graphile_worker._private_jobs where locked_at is null`,
  );

test('a mail is sent to the address of its member, as text and HTML, and once', async () => {
  const memberId = await memberWithAddress();
  const sendId = await queue(memberId);
  await runJobs();
  expect(await stateOf(memberId, sendId)).toEqual({ state: 'sent', attempts: 1, error: null });
  await sendMail({ memberId, sendId, now: new Date(), lastTry: false });
  expect(server.taken).toHaveLength(1);
  const { rows } = await db().$client.query('select email from users where member_id = $1', [memberId]);
  expect(server.taken[0]?.to).toEqual([rows[0]?.email]);
  expect(server.taken[0]?.raw).toMatch(/text\/plain[\s\S]*text\/html/);
  expect(server.taken[0]?.messageId).toMatch(/^<[0-9a-f]{32}@boxoffice\.mail>$/);
});

test('a mail about the same thing is queued once, and a transaction that is undone sends none', async () => {
  const memberId = await memberWithAddress();
  const sendId = await queue(memberId);
  await Promise.all([queue(memberId, sendId), queue(memberId, sendId)]);
  await transaction(async (tx) => {
    await queueMail(tx, {
      memberId,
      sendId: 'undone',
      template: 'ticket-refunded',
      data: { orderId: 7, productName: 'x', paid: 900, reason: 'rain' },
      locale: 'en',
      now: new Date(),
    });
    throw new Error('undone');
  }).catch(() => {});
  await runJobs();
  expect(server.taken).toHaveLength(1);
});

test('I14: a server that refuses, then hangs up on what it took, then takes: each mail arrives with one id, none is lost', async () => {
  const memberId = await memberWithAddress();
  server.mood = 'refuses';
  const sendIds = await Promise.all(Array.from({ length: 8 }, () => queue(memberId)));
  const worker = startJobWorker();
  const states = async () => {
    const { rows } = await db().$client.query<{ state: string; attempts: number }>(
      'select state, attempts from mails where member_id = $1',
      [memberId],
    );
    return rows;
  };
  const until = async (met: () => Promise<boolean>) => {
    for (let tries = 0; tries < 500 && !(await met()); tries++) {
      await hurry();
      await sleep(200);
    }
    expect(await met()).toBe(true);
  };
  await until(async () => (await states()).every((mail) => mail.attempts >= 1));
  expect(new Set((await states()).map((mail) => mail.state))).toEqual(new Set(['waiting']));
  server.mood = 'hangs-up';
  await until(async () => server.hungUpOn.length >= 5);
  server.mood = 'takes';
  await until(async () => (await states()).every((mail) => mail.state === 'sent'));
  await worker.stop();
  expect(server.taken).toHaveLength(sendIds.length);
  const ids = new Set(server.taken.map((letter) => letter.messageId));
  expect(ids.size).toBe(sendIds.length);
  expect(server.hungUpOn.every((letter) => ids.has(letter.messageId))).toBe(true);
});

test('a mail that one server is sending is not sent by another, and is tried again when the first one died', async () => {
  const memberId = await memberWithAddress();
  const sendId = await queue(memberId);
  await db().$client.query(`update mails set held_until = now() + interval '1 minute' where send_id = $1`, [sendId]);
  await expect(sendMail({ memberId, sendId, now: new Date(), lastTry: false })).rejects.toThrow('Another server');
  const later = new Date(Date.now() + 61_000);
  await Promise.allSettled([1, 2, 3].map(() => sendMail({ memberId, sendId, now: later, lastTry: false })));
  expect(server.taken).toHaveLength(1);
  await releaseLostJobs(db(), { 'send-mail': 0 });
});

test('a mailbox that does not exist is given up at once, and an admin can send again', async () => {
  const memberId = await memberWithAddress();
  server.mood = 'no-such-mailbox';
  const sendId = await queue(memberId);
  await runJobs();
  expect(await stateOf(memberId, sendId)).toMatchObject({ state: 'failed', attempts: 1 });
  server.mood = 'takes';
  const { rows } = await db().$client.query<{ id: number }>('select id from mails where send_id = $1', [sendId]);
  const ids = rows.map(({ id }) => id);
  const by = { actor: SYSTEM, requestId: 'r', now: new Date() };
  const redriven = await Promise.all([redriveMails({ ids, ...by }), redriveMails({ ids, ...by })]);
  expect(redriven).toContainEqual({ redriven: 1 });
  await runJobs();
  expect(await stateOf(memberId, sendId)).toEqual({ state: 'sent', attempts: 2, error: null });
  expect(await redriveMails({ ids, ...by })).toEqual({ redriven: 0 });
  expect(server.taken).toHaveLength(1);
});

test('without a mail server, and for a member without an address, a mail is kept with the reason', async () => {
  const nobody = await queue('member-without-a-person');
  await runJobs();
  expect(await stateOf('member-without-a-person', nobody)).toMatchObject({ state: 'kept', error: 'no-address' });
  useServer(undefined);
  const memberId = await memberWithAddress();
  const sendId = await queue(memberId);
  await runJobs();
  expect(await stateOf(memberId, sendId)).toMatchObject({ state: 'kept', error: 'no-server' });
});
