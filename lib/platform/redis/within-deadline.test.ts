import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { stopwatch } from '@/lib/platform/clock';
import { DEADLINE_MILLISECONDS, withinDeadline } from './within-deadline';

test('rejects when the answer takes longer', async () => {
  const took = stopwatch();
  await expect(withinDeadline(new Promise(() => undefined))).rejects.toThrow('no answer within 150 ms');
  expect(took()).toBeGreaterThanOrEqual(DEADLINE_MILLISECONDS - 1);
});

test('passes on the answer, or why there is none', async () => {
  expect(await withinDeadline(Promise.resolve(7))).toBe(7);
  await expect(withinDeadline(Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});

test('takes an answer that arrived while this process was busy past the deadline', async () => {
  let echoed = () => {};
  const answered = new Promise<void>((resolve) => {
    echoed = resolve;
  });
  const echo = createServer((socket) => socket.once('data', (data) => socket.write(data, () => echoed()))).listen(
    0,
    '127.0.0.1',
  );
  await once(echo, 'listening');
  const address = echo.address();
  const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
  await once(socket, 'connect');
  const answer = withinDeadline(once(socket, 'data'));
  socket.write('hello');
  await answered;
  const busy = stopwatch();
  while (busy() < DEADLINE_MILLISECONDS + 50);
  expect(String((await answer)[0])).toBe('hello');
  socket.destroy();
  echo.close();
});
