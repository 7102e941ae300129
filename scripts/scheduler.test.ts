import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { startScheduler } from './scheduler';

const SECRET = 'a secret of the crons';
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.useRealTimers();
});

/** A server that answers what it is asked for after so long. */
async function listen(answerAfterMs: number): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers.authorization}`);
    setTimeout(() => response.end('{}'), answerAfterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => void server.close().closeAllConnections());
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, asked };
}

const secondsLater = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

/** In real time, in which requests travel. */
const until = async (met: () => boolean) => {
  while (!met()) await sleep(5);
};

test('calls every cron of vercel.json soon after the start, with the secret', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-02T12:00:10Z') });
  const { port, asked } = await listen(0);
  stops.push(startScheduler({ host: undefined, port }, SECRET).stop);
  await secondsLater(2);
  await until(() => asked.length === 2);
  expect(asked.sort()).toEqual([`/api/cron/daily Bearer ${SECRET}`, `/api/cron/minute Bearer ${SECRET}`]);
});

test('does not call a cron again while it still runs', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date('2026-03-02T12:00:10Z') });
  const { port, asked } = await listen(100_000);
  stops.push(startScheduler({ host: '127.0.0.1', port }, SECRET).stop);
  const minutes = () => asked.filter((line) => line.startsWith('/api/cron/minute')).length;
  await secondsLater(2);
  await until(() => minutes() === 1);
  await secondsLater(58);
  await sleep(100);
  expect(minutes()).toBe(1);
  // Its answer is under way from 100 s on; the first minute after that is the next call.
  while (minutes() < 2) {
    await secondsLater(60);
    await sleep(5);
  }
});

test('without a secret it calls nobody and says so', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  startScheduler({ host: undefined, port: 1 }, undefined).stop();
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('CRON_SECRET'));
});
