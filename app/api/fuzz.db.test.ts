import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { makeUser } from '@/db/builders/people';
import { operationOf } from '@/lib/http/open-api-operation';
import { makeCast, publishableKey, secretKey } from '@/lib/http/testing/cast';
import { everyDoor, type OpenDoor } from '@/lib/http/testing/every-door';
import { type FuzzedRequest, fuzzedRequest } from '@/lib/http/testing/fuzzed-request';
import { judgeAnswer } from '@/lib/http/testing/judge-answer';
import { kindIn, namesOfThings } from '@/lib/http/testing/things';
import { db } from '@/lib/platform/database';
import { ownRedis } from '@/lib/platform/redis/client';

// `npm run test:fuzz` sends many more; the seed that a failure names repeats it as FUZZ_SEED.
const RUNS = process.env.MODE === 'fuzz' ? 300 : 7;
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_121);
const DEADLINE_MILLISECONDS = 60_000;

type Caller = [who: string, headers: Record<string, string>];

let names = new Map<string, string[]>();
let callers: Caller[] = [];
const answers = new Map<string, number>();

beforeAll(async () => {
  const { id, memberId } = await makeUser(db(), {
    email: 'another@example.com',
    memberId: 'another-member',
    roles: ['creator'],
  });
  names = await namesOfThings({ id, memberId });
  const cast = await makeCast();
  const key = await secretKey(['*']);
  // Most doors want an admin or a key, so these knock more often.
  callers = [
    ['nobody', {}],
    ...Object.entries(cast).map(([role, person]): Caller => [role, person.headers]),
    ...Array<Caller>(4).fill(['a secret key', key]),
    ...Array<Caller>(3).fill(['admin', cast.admin.headers]),
    ['a publishable key', await publishableKey()],
  ];
});

beforeEach(async () => {
  await ownRedis().flushdb();
});

afterAll(() => {
  process.stdout.write(
    `fuzz with seed ${SEED}: ${[...answers]
      .sort()
      .map(([status, n]) => `${status} ×${n}`)
      .join(', ')}\n`,
  );
});

test.each(everyDoor())(
  '$title answers whatever is sent',
  async (door) => {
    const operation = operationOf(door, new Date());
    const kind = kindIn(door.path);
    const request = fuzzedRequest(operation, door.method, (kind && names.get(kind)) || ['1']);
    const property = fc.asyncProperty(request, fc.constantFrom(...callers), async (sent, [, headers]) => {
      const status = await judgeAnswer(door.declaration, await inTime(send(door, sent, headers)));
      answers.set(String(status), (answers.get(String(status)) ?? 0) + 1);
    });
    await fc.assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: process.env.MODE !== 'fuzz' });
  },
  30 * DEADLINE_MILLISECONDS,
);

function send({ path, method, handler }: OpenDoor, sent: FuzzedRequest, headers: Record<string, string>) {
  const address = new URL(`http://boxoffice.test${path.replaceAll(/\[\w+\]/g, 'x')}`);
  for (const [name, value] of sent.query) address.searchParams.append(name, value);
  const request = new Request(address, {
    method,
    headers: { ...sent.headers, ...headers },
    ...(sent.body !== null && { body: sent.body }),
  });
  return handler(request, { params: Promise.resolve(sent.params) });
}

function inTime<T>(answer: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => reject(new Error('no answer came')), DEADLINE_MILLISECONDS);
  return Promise.race([answer, promise]).finally(() => clearTimeout(timer));
}
