import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET as signInWithGoogle } from '@/app/api/auth/[...nextauth]/route';
import { GET as runMinute } from '@/app/api/cron/minute/route';
import { POST as signIn } from '@/app/api/demo-sign-in/route';
import { GET as listKeys } from '@/app/api/v1/keys/route';
import { makeDemoPeople } from '@/db/builders/people';
import { db } from '@/lib/platform/database';
import { ownRedis } from '@/lib/platform/redis/client';
import { secretKey } from './testing/cast';

type Headers = Record<string, string>;
const MORE_THAN_A_BURST = 150;

beforeEach(async () => {
  // A bucket fills with time: it stands still, however slow the machine is.
  vi.useFakeTimers({ toFake: ['Date'] });
  await ownRedis().flushdb();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Asks until told to wait. */
async function askUntilLimited(ask: (n: number) => Promise<Response>): Promise<Response> {
  for (let n = 0; n < MORE_THAN_A_BURST; n++) {
    const answer = await ask(n);
    if (answer.status === 429) return answer;
  }
  throw new Error('nobody was ever told to wait');
}

const from = (address: string, headers: Headers = {}) =>
  new Request('http://boxoffice.test/x', { headers: { 'x-forwarded-for': address, ...headers } });
const guess = (n: number) => ({ authorization: `Bearer bo_sk_${String(n).padStart(40, '0')}` });

test('who guesses keys is told to wait, from all of a network; who holds one goes on', async () => {
  const limited = await askUntilLimited((n) => listKeys(from(`2001:db8::${n.toString(16)}`, guess(n))));
  expect(await limited.json()).toMatchObject({ code: 'accounts/too-many-tries' });
  expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await listKeys(from('2001:db8:0:1::1', guess(0)))).status).toBe(401);
  expect((await listKeys(from('2001:db8::1', await secretKey(['keys:read'])))).status).toBe(200);
});

test('who guesses sessions or the secret of the crons is told to wait', async () => {
  await askUntilLimited((n) => listKeys(from('203.0.113.1', { cookie: `next-auth.session-token=guess-${n}` })));
  await askUntilLimited((n) => runMinute(from('203.0.113.2', guess(n))));
});

test('nobody is limited for having no key', async () => {
  for (let n = 0; n < 150; n++) expect((await listKeys(from('203.0.113.3'))).status).toBe(401);
});

test('an address signs in so often and no more, also by the way of Google', async () => {
  const [person] = await makeDemoPeople(db(), new Date());
  const body = JSON.stringify({ userId: person?.id, callbackUrl: '/' });
  const limited = await askUntilLimited(() => signIn(new Request(from('203.0.113.4'), { method: 'POST', body })));
  expect(await limited.json()).toMatchObject({ code: 'accounts/too-many-tries' });
  const context = { params: Promise.resolve({ nextauth: ['callback', 'google'] }) };
  expect(await Reflect.apply(signInWithGoogle, undefined, [from('203.0.113.4'), context])).toMatchObject({
    status: 429,
  });
});
