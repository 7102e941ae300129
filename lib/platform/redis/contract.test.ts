import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inProcessLink } from './in-process';
import type { Link, TransportName } from './link';
import { defineScript, runScript } from './script';
import { type RealRedis, startRealRedis } from './testing/real-redis';
import { hasRedisServer } from './testing/redis-server';
import { addTwin } from './twins';

const transports: TransportName[] = hasRedisServer() ? ['in-process', 'tcp', 'upstash'] : ['in-process'];
let real: RealRedis | undefined;

beforeAll(async () => {
  if (hasRedisServer()) real = await startRealRedis();
});

afterAll(() => real?.stop());

const open = (transport: TransportName): Link =>
  transport === 'in-process' || !real ? inProcessLink() : real.open[transport]();

describe.each(transports)('%s', (transport) => {
  let link: Link;
  beforeAll(() => {
    link = open(transport);
  });
  beforeEach(async () => {
    await link.client.flushdb();
  });
  afterAll(() => link.close());

  test('gives back what was set, whatever it looks like', async () => {
    const values = ['plain', 'abcd', 'T0s=', '', '안녕하세요 😀', 'OK', { a: [1, 'x', null] }, [1, 2], 12.5, true];
    for (const value of values) {
      expect(await link.client.set('k', value)).toBe('OK');
      expect(await link.client.get('k')).toEqual(value);
    }
    expect(await link.client.get('missing')).toBeNull();
  });

  test('sets a key only when it is new, or only when it is there', async () => {
    expect(await link.client.set('lock', 'a', { nx: true })).toBe('OK');
    expect(await link.client.set('lock', 'b', { nx: true })).toBeNull();
    expect(await link.client.set('lock', 'c', { xx: true })).toBe('OK');
    expect(await link.client.set('other', 'd', { xx: true })).toBeNull();
    expect(await link.client.mget('lock', 'other')).toEqual(['c', null]);
  });

  test('lets a key go after its time', async () => {
    await link.client.set('soon', 'x', { px: 60 });
    await link.client.set('later', 'x', { ex: 100 });
    expect(await link.client.pttl('soon')).toBeGreaterThan(0);
    expect(await link.client.ttl('later')).toBe(100);
    await sleep(90);
    expect(await link.client.exists('soon', 'later')).toBe(1);
    expect([await link.client.get('soon'), await link.client.ttl('soon')]).toEqual([null, -2]);
    expect(await link.client.pexpire('later', 0)).toBe(1);
    expect(await link.client.get('later')).toBeNull();
  });

  test('counts, and keeps the time of what it counts', async () => {
    expect(await link.client.incr('n')).toBe(1);
    expect(await link.client.expire('n', 50)).toBe(1);
    expect(await link.client.incrby('n', 41)).toBe(42);
    expect(await link.client.ttl('n')).toBe(50);
    expect(await link.client.del('n', 'missing')).toBe(1);
  });

  test('gives a hash back as an object', async () => {
    expect(await link.client.hset('h', { views: 3, name: '영화', 2: 'two' })).toBe(3);
    expect(await link.client.hgetall('h')).toEqual({ views: 3, name: '영화', 2: 'two' });
    expect(await link.client.hmget('h', 'views', 'none')).toEqual({ views: 3, none: null });
    expect(await link.client.hincrby('h', 'views', 4)).toBe(7);
    expect(await link.client.hget('h', 'views')).toBe(7);
    expect(await link.client.hdel('h', 'views', 'name', '2')).toBe(3);
    expect(await link.client.hgetall('h')).toBeNull();
  });

  test('runs a pipeline and a transaction in order', async () => {
    expect(await link.client.pipeline().set('a', 1).incr('a').hset('h', { f: 'v' }).hgetall('h').exec()).toEqual([
      'OK',
      2,
      1,
      { f: 'v' },
    ]);
    expect(await link.client.multi().incrby('a', 5).get('a').exec()).toEqual([7, 7]);
  });

  test('rejects with what Redis says', async () => {
    await link.client.set('text', 'abc');
    await link.client.hset('h', { f: 'abc' });
    await expect(link.client.incr('text')).rejects.toThrow('ERR value is not an integer or out of range');
    await expect(link.client.hget('text', 'f')).rejects.toThrow('WRONGTYPE Operation against a key holding');
    await expect(link.client.hincrby('h', 'f', 1)).rejects.toThrow('ERR hash value is not an integer');
    await expect(link.client.evalsha('0'.repeat(40), [], [])).rejects.toThrow('NOSCRIPT');
    expect(link.health()).toMatchObject({ healthy: true });
  });

  test('runs a script that it did not know, by a second request, and then by its name alone', async () => {
    const script = defineScript(`-- ${transport}\nreturn {redis.call('GET', KEYS[1]), ARGV[2], #ARGV}`);
    addTwin(script.sha, (store, [key = ''], args) => [store.string(key) ?? null, args[1] ?? null, args.length]);
    await link.client.set('k', 'kept');
    for (let round = 0; round < 3; round++)
      expect(await runScript(link.client, script, ['k'], ['x', 'y'])).toEqual(['kept', 'y', 2]);
    expect(await link.client.evalsha(script.sha, ['k'], ['x', 'y'])).toEqual(['kept', 'y', 2]);
  });
});

const key = fc.constantFrom('a', 'b', 'c');
const field = fc.constantFrom('f', 'g', '0');
const whole = fc.integer({ min: -20, max: 20 }).map(String);
const value = fc.oneof(whole, fc.constantFrom('', 'text', '01', '-0', ' 1', '1.5', '가'));
const seconds = fc.constantFrom('-1', '0', '100', '1000', 'x');
const words = (...parts: (string | fc.Arbitrary<string>)[]) =>
  fc.tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part))) as fc.Arbitrary<string[]>;
const command = fc.oneof(
  words('get', key),
  words('set', key, value),
  words('set', key, value, fc.constantFrom('nx', 'XX', 'ex', 'keepall')),
  words('set', key, value, fc.constantFrom('ex', 'EX', 'nx'), seconds),
  words('set', key, value, fc.constantFrom('nx', 'xx'), 'ex', seconds),
  words('mget', key, key),
  words('del', key, key),
  words('exists', key, key),
  words('incr', key),
  words('incrby', key, value),
  words('expire', key, seconds),
  words('ttl', key),
  words('hset', key, field, value),
  words('hset', key, field, value, field, value),
  words('hset', key, field, value, field),
  words('hget', key, field),
  words('hmget', key, field, field),
  words('hgetall', key),
  words('hdel', key, field, field),
  words('hincrby', key, field, value),
  words('get', key, key),
);

describe.skipIf(!real)('random commands', () => {
  test.each<[TransportName, number]>([
    ['tcp', 150],
    ['upstash', 30],
  ])(
    'are answered in this process as over %s',
    async (transport, numRuns) => {
      const link = open(transport);
      const answered = new Set<string>();
      const both = async (commands: string[][]) => {
        const here = await run(inProcessLink(), commands);
        await link.client.flushdb();
        expect(here).toEqual(await run(link, commands));
        for (const answer of here) answered.add(JSON.stringify(answer));
      };
      await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), both), { numRuns });
      // Errors and replies of every kind have been compared, not only nulls.
      expect(answered.size).toBeGreaterThan(30);
      link.close();
    },
    180_000,
  );
});

async function run(link: Link, commands: string[][]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const [name = '', ...args] of commands) {
    const answer = link.client.exec([name, ...args]);
    answers.push(await answer.catch((error: Error) => error.message.split(', command was')[0]));
  }
  return answers;
}
