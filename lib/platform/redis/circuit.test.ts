import type { Requester } from '@upstash/redis';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Circuit } from './circuit';

type Answer = { result?: unknown; error?: string };

let asked: unknown[] = [];
let answer: () => Promise<Answer>;
const requester: Requester = {
  request: (async ({ body }: { body?: unknown }) => {
    asked.push(body);
    return answer();
  }) as Requester['request'],
};
const works = async () => ({ result: 'PONG' });
const breaks = async () => Promise.reject(new Error('connect ECONNREFUSED'));
const get = { body: ['get', 'k'] };

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockReturnValue();
  asked = [];
});

afterEach(() => {
  vi.useRealTimers();
});

async function broken(): Promise<Circuit> {
  const circuit = new Circuit('test', requester);
  answer = breaks;
  for (let i = 0; i < 3; i++) await circuit.request(get).catch(() => undefined);
  asked = [];
  return circuit;
}

test('asks no more after three failures in a row, and says since when', async () => {
  const circuit = await broken();
  await expect(circuit.request(get)).rejects.toThrow('not asked: connect ECONNREFUSED');
  expect(asked).toEqual([]);
  expect(circuit.health).toEqual({
    healthy: false,
    since: new Date(),
    lastFailure: { at: new Date(), reason: 'connect ECONNREFUSED' },
  });
  expect(console.warn).toHaveBeenCalledTimes(1);
});

test('goes on asking after two failures and a success', async () => {
  const circuit = new Circuit('test', requester);
  for (const next of [breaks, breaks, works, breaks, breaks, works]) {
    answer = next;
    await circuit.request(get).catch(() => undefined);
  }
  expect(circuit.health.healthy).toBe(true);
  expect(asked).toHaveLength(6);
});

test('takes three commands without an answer for a failure, each given up after 150 ms', async () => {
  const circuit = new Circuit('test', requester);
  answer = () => new Promise(() => undefined);
  const commands = Promise.allSettled([circuit.request(get), circuit.request(get), circuit.request(get)]);
  await vi.advanceTimersByTimeAsync(149);
  expect(circuit.health.healthy).toBe(true);
  await vi.advanceTimersByTimeAsync(2);
  expect((await commands).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(circuit.health.healthy).toBe(false);
});

test('finds out by pings on the side, one in half a second, that Redis is back', async () => {
  const circuit = await broken();
  await vi.advanceTimersByTimeAsync(500);
  for (let i = 0; i < 10; i++) await circuit.request(get).catch(() => undefined);
  expect(asked).toEqual([['ping']]);
  answer = works;
  await vi.advanceTimersByTimeAsync(500);
  await expect(circuit.request(get)).rejects.toThrow('not asked');
  expect(asked).toEqual([['ping'], ['ping']]);
  expect(await circuit.request(get)).toEqual({ result: 'PONG' });
  expect(circuit.health).toMatchObject({ healthy: true, since: new Date() });
});

test('stays open while Redis answers pings with an error', async () => {
  const circuit = await broken();
  answer = async () => ({ error: 'LOADING Redis is loading the dataset in memory' });
  await vi.advanceTimersByTimeAsync(500);
  await circuit.request(get).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  expect(circuit.health.healthy).toBe(false);
});

test.each([
  ['NOSCRIPT No matching script', true],
  ['WRONGTYPE Operation against a key', true],
  ['ERR value is not an integer', true],
  ['ERR max requests limit exceeded', false],
  ["OOM command not allowed when used memory > 'maxmemory'", false],
  ["READONLY You can't write against a read only replica", false],
  ['WRONGPASS invalid or missing auth token', false],
])('%s: a healthy Redis says so: %s', async (error, healthy) => {
  const circuit = new Circuit('test', requester);
  answer = async () => ({ error });
  for (let i = 0; i < 3; i++) expect(await circuit.request(get)).toEqual({ error });
  expect(circuit.health.healthy).toBe(healthy);
});

test('a clock that is set back a day does not keep it from finding out', async () => {
  const circuit = await broken();
  vi.setSystemTime(Date.now() - 86_400_000);
  answer = works;
  await vi.advanceTimersByTimeAsync(500);
  await circuit.request(get).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1);
  expect(await circuit.request(get)).toEqual({ result: 'PONG' });
});
