import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { Connection } from './connection';

test('an answer is told once it is whole: of a length, in chunks, without a body; and when there is none', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/length') response.writeHead(200, { 'content-length': 5 }).end('hello');
    else if (request.url === '/chunks') response.writeHead(422).write('in ', () => response.end('chunks'));
    else if (request.url === '/none') response.writeHead(204).end();
    else response.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connection = new Connection();
  const ask = (path: string) =>
    connection.ask({ method: 'POST', origin: `http://127.0.0.1:${port}`, path, head: '', body: '{}' });
  const statuses = [];
  for (const path of ['/length', '/chunks', '/none', '/gone', '/length']) statuses.push(await ask(path));
  expect(statuses).toEqual([200, 422, 204, 599, 200]);
  connection.close();
  server.close();
});
